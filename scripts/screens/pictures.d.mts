import type { Page } from "playwright-core";

export interface Picture {
  name: string;
  desk?: "full" | "empty" | "huge" | "guarded";
  path: string;
  act?: (page: Page) => Promise<unknown>;
  width?: number;
  height?: number;
  only?: "picture" | "test";
}
export const ACTOR: string;
export const PICTURES: Picture[];
