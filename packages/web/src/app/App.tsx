import { lazy, Suspense, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { Account } from "../account/Account.tsx";
import { SignIn } from "../account/SignIn.tsx";
import { useSession } from "../account/session.ts";
import { useKeys, useKeysBehind } from "../design/keys.ts";
import { Empty, Loading } from "../design/parts.tsx";
import { Boundary } from "./Boundary.tsx";
import { Help } from "./Help.tsx";
import { Live } from "./Live.tsx";
import { Theme } from "./Theme.tsx";
import "./app.css";

const IncidentsPage = lazy(() => import("../incidents/IncidentsPage.tsx"));
const IncidentPage = lazy(() => import("../incident/IncidentPage.tsx"));
const ReviewPage = lazy(() => import("../review/ReviewPage.tsx"));
const ActorsPage = lazy(() => import("../actors/ActorsPage.tsx"));
const ActorPage = lazy(() => import("../actors/ActorPage.tsx"));
const UsersPage = lazy(() => import("../account/UsersPage.tsx"));
const ReaderPage = lazy(() => import("../reader/ReaderPage.tsx"));

/** `key` goes there behind a "g". */
const PAGES = [
  { href: "/incidents", name: "Incidents", key: "i" },
  { href: "/read", name: "Reader", key: "r" },
  { href: "/actors", name: "Actors", key: "a" },
  { href: "/review", name: "Review", key: "v" },
] as const;

/** A part of the address as it was meant: ids hold slashes and percent signs, which a router reads in its own way. */
const segment = (i: number): string => decodeURIComponent(window.location.pathname.split("/")[i] ?? "");

/** The frame of every page: where one is, where one can go, and what keys do. */
export function App() {
  const [path, navigate] = useLocation();
  const [help, setHelp] = useState(false);
  const { session } = useSession();
  useKeys({
    "?": () => setHelp(true),
    "/": () => document.querySelector<HTMLInputElement>("main input[type=search]")?.focus(),
  });
  useKeysBehind("g", Object.fromEntries(PAGES.map(({ key, href }) => [key, () => navigate(href)])));
  if (session && !session.local && !session.user) return <SignIn />;
  return (
    <div className="app">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link className="mark" href="/">
          Annalist
        </Link>
        <nav aria-label="Pages">
          {PAGES.map(({ href, name }) => (
            <Link key={href} href={href} aria-current={path.startsWith(href) ? "page" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <span className="tools">
          <button type="button" className="button bare" onClick={() => setHelp(true)} aria-label="Keys" title="keys (?)">
            ?
          </button>
          <Live />
          <Account />
          <Theme />
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        <Boundary key={path}>
          <Suspense fallback={<Loading what="Opening …" />}>
            <Switch>
              <Route path="/">{() => <Redirect to="/incidents" replace />}</Route>
              <Route path="/incidents">{() => <IncidentsPage />}</Route>
              <Route path="/incidents/:id">{() => <IncidentPage key={segment(2)} id={segment(2)} />}</Route>
              <Route path="/read">{() => <ReaderPage />}</Route>
              <Route path="/read/here/:key">{({ key }) => <ReaderPage here={key} />}</Route>
              <Route path="/read/:id">{() => <ReaderPage id={segment(2)} />}</Route>
              <Route path="/actors">{() => <ActorsPage />}</Route>
              <Route path="/actors/:key">{() => <ActorPage key={segment(2)} id={segment(2)} />}</Route>
              <Route path="/review">{() => <ReviewPage />}</Route>
              <Route path="/review/:view">{({ view }) => <ReviewPage view={view} />}</Route>
              <Route path="/users">{() => <UsersPage />}</Route>
              <Route>
                <Empty title="There is no such page">
                  <button type="button" className="button" onClick={() => navigate("/")}>
                    To the start
                  </button>
                </Empty>
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      {help && <Help close={() => setHelp(false)} />}
    </div>
  );
}
