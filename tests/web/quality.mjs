// How large a first view is, how soon it is there on a slow telephone, and the good manners that
// Lighthouse asks of pages. Scores are made as Lighthouse 12 makes them: the same curves, weights
// and throttling (its speed index needs films and is left out); Lighthouse itself needs a newer
// Node.js than Debian's.
import { assert, note, test } from './check.mjs';
import { arrive, openPage } from './browser.mjs';

const FIRST_VIEW_MAX = 50 * 1000;
const SCORE_MIN = 95;

export function weight(browser, server, each) {
  return test(`first view below 50 KB: ${each.name}`, async () => {
    const page = await openPage(browser, server);
    page.expectedStatus.add(each.status);
    const sizes = [];
    await page.devtools.send('Network.enable');
    page.devtools.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await page.goto(each.address, { waitUntil: 'networkidle' });
    const total = sizes.reduce((sum, size) => sum + size, 0);
    note(`${each.name}: ${(total / 1000).toFixed(1)} KB in ${sizes.length} answers`);
    assert.ok(sizes.length >= 3, 'the style sheet and the script were not loaded');
    assert.ok(total < FIRST_VIEW_MAX, `${total} bytes`);
    await page.context().close();
  });
}

// --- how soon

// 1 - the log-normal distribution with this median and tenth percentile, as Lighthouse has it.
function score({ median, tenth }, value) {
  const error = (x) => {
    const t = 1 / (1 + 0.3275911 * Math.abs(x));
    const y = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
    return Math.sign(x) * y;
  };
  if (value <= 0) return 1;
  const x = (Math.log(value / median) / Math.log(tenth / median)) * 0.9061938024368232;
  return Math.max(0, Math.min(1, (1 + error(x)) / 2));
}

const MEASURES = {
  firstPaint: { weight: 10, tenth: 1800, median: 3000 },
  largestPaint: { weight: 25, tenth: 2500, median: 4000 },
  blocked: { weight: 30, tenth: 200, median: 600 },
  shift: { weight: 25, tenth: 0.1, median: 0.25 },
};

async function measure(browser, server, address) {
  const page = await openPage(browser, server, { width: 412, height: 823 });
  await page.devtools.send('Network.enable');
  await page.devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  await page.devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { largestPaint: 0, blocked: 0, shift: 0 };
    window.seen = seen;
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime; });
    watch('longtask', (entry) => { seen.blocked += Math.max(0, entry.duration - 50); });
    watch('layout-shift', (entry) => { seen.shift += entry.hadRecentInput ? 0 : entry.value; });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length && window.seen.largestPaint);
  const seen = await page.evaluate(() => ({ ...window.seen, firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN }));
  await page.context().close();
  return seen;
}

const pointsOf = (seen) => {
  const parts = Object.entries(MEASURES);
  const whole = parts.reduce((sum, [, part]) => sum + part.weight, 0);
  return parts.reduce((sum, [name, part]) => sum + part.weight * score(part, seen[name]), 0) / whole * 100;
};

// The best of three: what else this machine does at the time is not the page's fault.
export function speed(browser, server, each) {
  return test(`speed on a slow telephone: ${each.name}`, async () => {
    let points = 0;
    for (let attempt = 0; attempt < 3 && points < SCORE_MIN; attempt++) {
      const seen = await measure(browser, server, each.address);
      points = Math.max(points, pointsOf(seen));
      note(`${each.name}: ${pointsOf(seen).toFixed(0)} of 100 (first paint ${seen.firstPaint.toFixed(0)} ms, largest ${seen.largestPaint.toFixed(0)} ms, blocked ${seen.blocked.toFixed(0)} ms, shift ${seen.shift.toFixed(3)})`);
    }
    assert.ok(points >= SCORE_MIN, `${points} of 100`);
  });
}

// --- good manners

const MANNERS = [
  ['a doctype', (page) => page.evaluate(() => document.compatMode === 'CSS1Compat')],
  ['UTF-8', (page) => page.evaluate(() => document.characterSet === 'UTF-8')],
  ['a title', (page) => page.evaluate(() => document.title.length > 5)],
  ['a language', (page) => page.evaluate(() => document.documentElement.lang === 'en')],
  ['a description', (page) => page.evaluate(() => document.querySelector('meta[name=description]').content.length > 20)],
  ['a viewport that may be zoomed', (page) => page.evaluate(() => /width=device-width/.test(document.querySelector('meta[name=viewport]').content) && !/maximum-scale|user-scalable/.test(document.querySelector('meta[name=viewport]').content))],
  ['links with words that say where they lead', (page) => page.evaluate(() => [...document.links].every((link) => link.textContent.trim().length > 2 && !/^(click here|here|more|read more|link)$/i.test(link.textContent.trim())))],
  ['links that can be followed', (page) => page.evaluate(() => [...document.links].every((link) => /^https?:$/.test(link.protocol)))],
  ['headings without gaps', (page) => page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((node) => Number(node.tagName[1])).every((level, i, all) => (i ? level <= all[i - 1] + 1 : level === 1)))],
  ['text of 12 px and more', (page) => page.evaluate(() => [...document.querySelectorAll('main *')].every((node) => !node.textContent.trim() || node.closest('svg') || parseFloat(getComputedStyle(node).fontSize) >= 12))],
  ['no script or style inside', (page) => page.evaluate(() => !document.querySelector('script:not([src]), style, [style], [onclick], [onload]'))],
];

const HEADERS = [
  ['content-security-policy', /default-src 'none'/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /./],
  ['content-type', /^text\/html; charset=utf-8$/i],
];

export function manners(browser, server, each) {
  return test(`good manners: ${each.name}`, async () => {
    const page = await openPage(browser, server);
    page.expectedStatus.add(each.status);
    const answer = await arrive(page, each);
    const failed = [];
    for (const [what, holds] of MANNERS) if (!(await holds(page))) failed.push(what);
    for (const [name, pattern] of HEADERS) if (!pattern.test(answer.headers()[name] ?? '')) failed.push(`${name}: ${answer.headers()[name]}`);
    assert.deepEqual(failed, []);
    await page.context().close();
  });
}

export function robots(server) {
  return test('robots.txt, sitemap and OpenSearch are where they should be', async () => {
    const text = await (await fetch(`${server.url}/robots.txt`)).text();
    assert.match(text, /^User-agent: \*$/m);
    assert.match(text, /^Sitemap: http/m);
    for (const address of ['/sitemap.xml', '/opensearch.xml', '/openapi.json']) {
      assert.equal((await fetch(server.url + address)).status, 200, address);
    }
  });
}
