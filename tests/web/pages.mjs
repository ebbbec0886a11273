// One address for each kind of page, found by following the site's own links.
import { openPage } from './browser.mjs';
import { draftOf, OWN } from './drafts.mjs';

async function firstLink(page, address, selector) {
  await page.goto(address);
  return page.locator(selector).first().getAttribute('href');
}

// Drafts made of a document that is there: its own text with demands that are nowhere, two motions,
// a year that is none.
async function draftsOf(server, document) {
  const { pathname } = new URL(document, server.url);
  const { document: { passages } } = await (await fetch(`${server.url}/api/v1${pathname}`)).json();
  const said = passages.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text.length > 40).slice(0, 6);
  const one = [draftOf('A draft of ours', said.slice(0, 2), [...said.slice(2), ...OWN]), 200];
  return [
    ['draft checked', ...one],
    ['draft of several', `Motion 1\n${one[0]}\n\nMotion 2\n${draftOf('Lighthouses', said.slice(0, 1), OWN)}`, 200],
    ['draft complaint', one[0], 400, { from: 'soon' }],
  ];
}

// What stands beside a document, a conference and a search.
async function others(server, document, conference, words) {
  const id = new URL(document, server.url).pathname.split('/').pop();
  const name = decodeURIComponent(conference.split('/').pop());
  const { conferences } = await (await fetch(`${server.url}/api/v1/conferences`)).json();
  const { year } = conferences.find((each) => each.name === name).years.find((each) => each.year);
  return [
    ['similar', `/similar/${id}`],
    ['composites', `${conference.replace('/conferences/', '/composites/')}/${year}`],
    ['timeline', `/timeline?q=${words}`],
  ].map(([kind, address]) => ({ name: kind, address, status: 200 }));
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
  const drafts = await draftsOf(server, document);
  await page.context().close();
  return [
    ...pages.map(([name, address, status]) => ({ name, address, status })),
    ...(await others(server, document, conference, words)),
    { name: 'draft', address: '/check', status: 200 },
    ...drafts.map(([name, draft, status, years]) => ({ name, address: '/check', status, draft, years })),
  ];
}
