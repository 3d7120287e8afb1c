import { createElement } from 'react';
import { back } from '../../src/platform/route';
import { say } from '../../src/words/kit';

/** What somebody needs who stands at an enterprise's door, where the network may end. */
const MAIN_FLOW = ['scan/index', 'visit/live', 'visit/service', 'visit/index', 'rate/index', 'visits/index'].map(
  (page) => `pages/${page}`,
);
/** After that long the page that was opened has surely had the network for itself. */
const REST = 4000;

/** The server can be reached: then the page is opened anew, which also heals an address of an older release. */
async function again() {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) window.location.reload();
}

/** In place of a page whose file could not be fetched. The kit may be missing too: nothing here but words and a button. */
const Unfetched = () =>
  createElement(
    'main',
    { className: 'unfetched', role: 'alert' },
    createElement('h1', { className: 'title' }, say.unfetched),
    createElement('p', null, say.unfetchedNote),
    createElement('button', { type: 'button', onClick: () => void again() }, say.again),
    createElement('button', { type: 'button', onClick: back }, say.back),
  );

const whenIdle = (work) => ('requestIdleCallback' in window ? window.requestIdleCallback(work) : setTimeout(work, 200));

/** One after another, each in a quiet moment; without a network they come when they are opened. */
async function fetchAhead(loads) {
  for (const load of loads) {
    await new Promise((resolve) => whenIdle(resolve));
    await load().catch(() => undefined);
  }
  performance.mark('fetched-ahead');
}

/** Fetches the main flow ahead, and has a page say so that cannot be fetched. */
export function mindParts(routes) {
  const loads = new Map();
  for (const route of routes) {
    const { load, path } = route;
    loads.set(path, () => load()[0]);
    route.load = (...rest) => {
      const [page] = load();
      return [page.catch(() => ({ default: Unfetched })), ...rest];
    };
  }
  const ahead = MAIN_FLOW.flatMap((path) => loads.get(path) ?? []);
  window.addEventListener('load', () => setTimeout(() => void fetchAhead(ahead), REST));
}
