/** What every test stands on: matchers, and the browser parts that jsdom lacks. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { forgetPerson } from "@/api/kept";

configure({ asyncUtilTimeout: 10_000 });

Object.defineProperty(window, "matchMedia", {
  value: (media: string) => ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }),
});
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Ant Design writes a megabyte of rules, and jsdom matches every element asked about against all of them.
window.getComputedStyle = (element) => (element as HTMLElement).style;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
CSS.escape ??= (text: string) => text;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetPerson();
  localStorage.clear();
  sessionStorage.clear();
});
