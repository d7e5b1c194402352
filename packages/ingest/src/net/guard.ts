import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** An address that nothing is fetched from: this machine, its network, or one that is no public host. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(
      `${host} is a private or local address${host === address ? "" : ` (${address})`}; not fetched (--allow-private lets it)`,
    );
  }
}

/** Whether an address belongs to a public host: no loopback, private, link-local, mapped, tunnelled or reserved one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast";
}

/** A host given as an address is checked by this; one given by name when it is resolved, see below. */
export function checkHost(hostname: string, allowPrivate: boolean): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) && !isPublic(host)) throw new PrivateAddressError(hostname, host);
}

/**
 * Resolves names for a connection and refuses it unless every address is public. The connection is made to what was
 * checked: a name that answers differently a second time gains nothing.
 */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const bad = allowPrivate ? undefined : addresses.find(({ address }) => !isPublic(address));
      if (bad) return callback(new PrivateAddressError(hostname, bad.address), "", 0);
      if (options.all) return (callback as unknown as (error: null, addresses: unknown) => void)(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? "", first?.family ?? 4);
    });
  };
}
