// One address for each kind of page, found by following the site's own links.
import { openPage } from './browser.mjs';

async function firstLink(page, address, selector) {
  await page.goto(address);
  return page.locator(selector).first().getAttribute('href');
}

// name, address, and the status that is right for it.
export async function pagesOf(browser, server, words) {
  const page = await openPage(browser, server, { javaScriptEnabled: false });
  const document = await firstLink(page, `/search?q=${words}`, '.hit-title a');
  const conference = await firstLink(page, '/browse', 'main a[href^="/conferences/"]');
  await page.goto(conference);
  const year = page.locator(`main a[href^="${conference}/"]`);
  const pages = [
    ['start', '/', 200],
    ['results', `/search?q=${words}`, 200],
    ['grouped', `/search?q=${words}&decision=carried&from=2005&to=2020&group=motion&sort=newest`, 200],
    ['nothing', `/search?q=%22${words}+zzqxv%22`, 200],
    ['complaint', `/search?q=${words}&from=soon`, 400],
    ['document', document, 200],
    ['browse', '/browse', 200],
    ['conference', conference, 200],
    ...((await year.count()) ? [['year', await year.first().getAttribute('href'), 200]] : []),
    ['help', '/help', 200],
    ['about', '/about', 200],
    ['error', '/nowhere/at/all', 404],
  ];
  await page.context().close();
  return pages.map(([name, address, status]) => ({ name, address, status }));
}
