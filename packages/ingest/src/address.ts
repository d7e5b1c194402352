/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|ocid|cmpid|ref_src|smid|partner|s?xt?s?rc)$/i;

/** One form for all addresses of a page; undefined for what is no address of the web. */
export function canonical(address: string, base?: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim(), base);
  } catch {
    return undefined;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Whether a page at `page` may call itself `claimed`: pages of one site may, and none may be called after the front page. */
export function mayClaim(claimed: string, page: string): boolean {
  const [a, b] = [new URL(claimed), new URL(page)];
  if (a.pathname === "/" && a.search === "" && b.pathname !== "/") return false;
  const site = ({ hostname }: URL) => hostname.split(".").slice(-2).join(".");
  return a.hostname === b.hostname || (site(a) === site(b) && !/^[\d.]+$|^\[/.test(a.hostname) && site(a).length > 6);
}
