export { createEventCoder, type EventCoder } from "./coder.ts";
