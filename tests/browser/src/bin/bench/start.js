// Waits until the page is ready and painted. Returns when each part of its start ended, in milliseconds since the start of
// the navigation; the longest task; and the bytes that it loaded.
const done = arguments[arguments.length - 1];
const isObserved = (type) => PerformanceObserver.supportedEntryTypes.includes(type);
const observe = (type, receive) =>
  new PerformanceObserver((list) => list.getEntries().forEach(receive)).observe({ type, buffered: true });
const timeOf = (type, name) =>
  new Promise((resolve) => {
    observe(type, (entry) => {
      if (entry.name === name) resolve(entry.startTime);
    });
  });

let longest = null;
if (isObserved("longtask")) {
  longest = 0;
  observe("longtask", ({ duration }) => (longest = Math.max(longest, duration)));
}
Promise.all([timeOf("mark", "ready"), timeOf("paint", "first-contentful-paint")]).then(async ([ready, painted]) => {
  // A long task is reported after its end, and the answer to the first file needs the worker, which starts after the page.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const mark = (name) => performance.getEntriesByName(name, "mark")[0]?.startTime ?? null;
  done({
    fetched: Math.max(...loaded.map((entry) => entry.responseEnd)),
    unpacked: mark("unpacked"),
    compiled: mark("compiled"),
    instantiated: mark("instantiated"),
    painted,
    ready,
    longest,
    transferred: loaded.reduce((sum, entry) => sum + entry.transferSize, 0),
  });
});
