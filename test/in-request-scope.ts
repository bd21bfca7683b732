import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Scope = { run<T>(store: unknown, work: () => T): T };
type MakeStore = (request: unknown, url: unknown, implicitTags: unknown) => unknown;

// What Next itself wraps around a route handler, so that `cookies()` and `headers()` know the request.
const {
  workAsyncStorage,
}: { workAsyncStorage: Scope } = require('next/dist/server/app-render/work-async-storage.external.js');
const {
  workUnitAsyncStorage,
}: { workUnitAsyncStorage: Scope } = require('next/dist/server/app-render/work-unit-async-storage.external.js');
const {
  createRequestStoreForAPI,
}: { createRequestStoreForAPI: MakeStore } = require('next/dist/server/async-storage/request-store.js');

/** Runs a route handler where Next's request functions answer for this request. */
export function inRequestScope<T>(request: Request, work: () => T): T {
  return within(request, `${new URL(request.url).pathname}/route`, work);
}

/** Runs a server action as one that a page at the request's address called. */
export function inActionScope<T>(request: Request, work: () => T): T {
  return within(request, `${new URL(request.url).pathname}/page`, work);
}

function within<T>(request: Request, page: string, work: () => T): T {
  const { pathname, search } = new URL(request.url);
  const store = createRequestStoreForAPI(request, { pathname, search }, []);
  return workAsyncStorage.run({ route: pathname, page }, () => workUnitAsyncStorage.run(store, work));
}
