import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { startMailPage, type MailPage } from '../support/mail-page/start-mail-page.ts';

interface Vectors<Item> {
  readonly items: readonly Item[];
}
interface Payload {
  readonly id: string;
  readonly payload: string;
}
interface RemoteVector {
  readonly id: string;
  readonly html: string;
}

/** Frames shown together: enough to be quick, few enough for one to be found. */
const framesAtOnce = 100;

let mail: MailPage;
beforeAll(async () => {
  mail = await startMailPage();
});
afterAll(() => mail.close());

interface Cleaned {
  readonly html: string;
  readonly again: string;
  readonly document: string;
  readonly withheld: readonly string[];
}

/** Cleans all of them in the page, as the inbox does. */
const clean = (page: MailPage['page'], markups: readonly string[]): Promise<readonly Cleaned[]> =>
  page.evaluate(
    (list) =>
      list.map((html) => {
        const { sanitise, frameDocument } = window.mailPath;
        const images = { inlineImages: {}, remoteImages: {} };
        const cleaned = sanitise({ html, ...images });
        return {
          html: cleaned.html,
          again: sanitise({ html: cleaned.html, ...images }).html,
          document: frameDocument({ html: cleaned.html, dark: false }),
          withheld: [...cleaned.withheld],
        };
      }),
    [...markups],
  );

/** Shows the documents in frames such as the inbox makes, moves the mouse over them and takes them away again. */
async function show({ page, issue }: MailPage, documents: readonly string[]): Promise<void> {
  for (let start = 0; start < documents.length; start += framesAtOnce) {
    const paths = documents.slice(start, start + framesAtOnce).map(issue);
    await page.evaluate(async (sources) => {
      const place = document.getElementById('app');
      const loads = sources.map((source) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
        frame.referrerPolicy = 'no-referrer';
        frame.width = '60';
        frame.height = '40';
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        frame.src = source;
        place?.append(frame);
        return loaded;
      });
      await Promise.all(loads);
    }, paths);
    await page.mouse.move(30, 20);
    await page.mouse.move(400, 60, { steps: 8 });
    const owned = await Promise.all(page.frames().map((frame) => frame.evaluate(() => '__pwned' in window)));
    expect(owned).not.toContain(true);
    await page.evaluate(() => document.getElementById('app')?.replaceChildren());
  }
}

const stateOfPage = ({ page }: MailPage) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    place: location.href,
    forms: document.forms.length,
  }));

describe.skipIf(!hasCorpus)(`hostile mail in the frame${hasCorpus ? '' : ` (${corpusIsAbsent})`}`, () => {
  test.each(['dompurify', 'h5sc', 'lists'])(
    'html-xss/%s: nothing runs, loads, pops up or moves',
    async (name) => {
      const before = await stateOfPage(mail);
      const { items } = readCorpus<Vectors<Payload>>('html-xss', `${name}.json`);
      const payloads = items.map(({ payload }) =>
        payload
          .replaceAll('%js_alert%', 'alert(1)')
          .replaceAll('%js_uri_alert%', 'javascript:alert(1)')
          .replaceAll(/%[a-z_]+%/g, `${mail.canary.address}/canary`),
      );
      const cleaned = await clean(mail.page, payloads);
      const changedByAnotherPass = cleaned.flatMap((each, index) =>
        each.again === each.html ? [] : [items[index]?.id],
      );
      expect(changedByAnotherPass).toEqual([]);

      const marked = new Set(
        cleaned.filter(({ html }) => html.includes('<')).map(({ document }) => document),
      );
      expect(marked.size).toBeGreaterThan(10);
      await show(mail, [...marked]);
      expect(mail.dialogs).toEqual([]);
      expect(mail.popups).toEqual([]);
      expect([mail.canary.requests(), mail.canary.connections()]).toEqual([0, 0]);
      expect(await stateOfPage(mail)).toEqual(before);
    },
    240_000,
  );

  test('remote-content: no request and no connection before the reader asks', async () => {
    const before = await stateOfPage(mail);
    const { items } = readCorpus<Vectors<RemoteVector>>('remote-content', 'vectors.json');
    const markups = items.map(({ id, html }) =>
      html
        .replaceAll('{{CANARY}}', `${mail.canary.address}/hit/${id}`)
        .replaceAll('{{CANARYHOST}}', mail.canary.host),
    );
    const cleaned = await clean(mail.page, markups);
    await show(
      mail,
      cleaned.map(({ document }) => document),
    );
    // A name look-up or a speculative connection comes late, if it comes.
    await mail.page.waitForTimeout(1_500);
    expect([mail.canary.requests(), mail.canary.connections()]).toEqual([0, 0]);
    expect(mail.dialogs).toEqual([]);
    expect(mail.popups).toEqual([]);
    expect(await stateOfPage(mail)).toEqual(before);
    const image = items.findIndex(({ id }) => id === 'img');
    expect(cleaned[image]?.withheld).toEqual([`${mail.canary.address}/hit/img`]);
  });
});

describe('what a mail may keep', () => {
  test('links lead outside only, and images come from the mail or from the reader’s word', async () => {
    const { page } = mail;
    const read = await page.evaluate(() => {
      const pixel = 'data:image/png;base64,AAAA';
      const kept = window.mailPath.sanitise({
        html: `<a href="https://example.com/a" onclick="x()" id="forms" name="cookie">a</a>
          <a href="mailto:a@example.com">b</a><a href="javascript:alert(1)">c</a><a href="//example.com">d</a>
          <img src="cid:logo%40mail" alt="logo"><img src="https://example.com/asked.png">
          <img src="https://example.com/other.png"><img src="file:///etc/passwd"><img src="cid:absent">`,
        inlineImages: { 'logo@mail': pixel },
        remoteImages: { 'https://example.com/asked.png': pixel },
      });
      return {
        links: [...kept.body.querySelectorAll('a')].map((a) => [
          a.getAttribute('href'),
          a.target,
          a.rel,
          a.id,
          a.name,
        ]),
        images: [...kept.body.querySelectorAll('img')].map((image) => image.getAttribute('src')),
        withheld: kept.withheld,
      };
    });
    expect(read.links).toEqual([
      ['https://example.com/a', '_blank', 'noopener noreferrer', '', ''],
      ['mailto:a@example.com', '_blank', 'noopener noreferrer', '', ''],
      [null, '', '', '', ''],
      [null, '', '', '', ''],
    ]);
    expect(read.images).toEqual([
      'data:image/png;base64,AAAA',
      'data:image/png;base64,AAAA',
      null,
      null,
      null,
    ]);
    expect(read.withheld).toEqual(['https://example.com/other.png']);
  });

  test('the usual black gives way to our own ink, a chosen colour stays', async () => {
    const { page } = mail;
    const style = (text: string) => page.evaluate((value) => window.mailPath.cleanStyle(value), text);
    expect(await style('color: #333; margin: 0')).toBe('margin: 0');
    expect(await style('color: #000000')).toBe('');
    expect(await style('color: #333; background: #fff')).toBe('color: #333; background-color: #fff');
    expect(await style('color: #c00')).toBe('color: #c00');
  });

  test('styles say how it looks, not where it stands or what it fetches', async () => {
    const { page } = mail;
    const style = (text: string) => page.evaluate((value) => window.mailPath.cleanStyle(value), text);
    expect(await style('color: red; font: 12px/1.5 "Segoe UI", Arial; padding: 4px 8px')).toBe(
      'color: red; font: 12px/1.5 "Segoe UI", Arial; padding: 4px 8px',
    );
    expect(await style('background: #fff; background-color: rgb(1, 2, 3)')).toBe(
      'background-color: #fff; background-color: rgb(1, 2, 3)',
    );
    for (const hostile of [
      'position: fixed; top: 0; z-index: 9',
      'background: url(https://example.com/x)',
      'background-image: url("//x")',
      'color: \\75rl(x)',
      'width: expression(alert(1))',
      'margin-top: -2000px',
      'border-image: url(x)',
      'color: re/**/d',
      'transform: scale(9)',
      'content: attr(x)',
      'width: var(--x)',
      'background: image-set("x" 1x)',
    ]) {
      expect(await style(hostile)).toBe('');
    }
  });
});

/** Last, because it is the one that reaches the stranger. */
test('the canary notices a frame that is not cleaned and not held by a policy', async () => {
  const { canary, issueUnguarded } = mail;
  const path = issueUnguarded(`<img src="${canary.address}/hit">`);
  const page = await mail.page.context().newPage();
  await page.goto(new URL(path, mail.page.url()).href);
  await expect.poll(() => canary.requests(), { timeout: 10_000 }).toBeGreaterThan(0);
  expect(canary.connections()).toBeGreaterThan(0);
});

describe('what a mail repeats of earlier ones', () => {
  const outlookDesk =
    '<div class="WordSection1"><p>Thank you.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>From:</b> Shop<br><b>Sent:</b> Monday</p></div></div><p>Earlier words</p></div>';
  const folded = {
    Gmail:
      '<div dir="ltr">Thank you.</div><br><div class="gmail_quote"><div class="gmail_attr">On Monday Shop wrote:</div><blockquote class="gmail_quote">Earlier words</blockquote></div>',
    'Apple Mail':
      'Thank you.<br><div><br><blockquote type="cite"><div>On Monday, Shop wrote:</div><div>Earlier words</div></blockquote></div><br>',
    Thunderbird:
      '<p>Thank you.</p><div class="moz-cite-prefix">On Monday Shop wrote:<br></div><blockquote type="cite">Earlier words</blockquote>',
    'Outlook on the web':
      '<div>Thank you.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Shop<br></div><div>Earlier words</div>',
    'Outlook on the desk': outlookDesk,
    Yahoo:
      '<div>Thank you.</div><div class="yahoo_quoted"><div>On Monday Shop wrote:</div>Earlier words</div>',
  };
  const whole = {
    'an answer below': '<blockquote type="cite">Earlier words</blockquote><p>Thank you.</p>',
    'answers between':
      '<p>Hello</p><blockquote type="cite">Which size?</blockquote><p>Large.</p><blockquote type="cite">Which colour?</blockquote><p>Blue.</p>',
    'a forwarded mail alone':
      '<div class="gmail_quote">---------- Forwarded message ---------<br>Earlier words</div>',
    'no quotation': '<p>Thank you.</p><div style="border-top:solid #E1E1E1 1pt">Total: 12</div>',
  };
  const read = (html: string) =>
    mail.page.evaluate((raw) => {
      const { sanitise, isRich } = window.mailPath;
      const { body } = sanitise({ html: raw, inlineImages: {}, remoteImages: {}, foldUnder: 'Earlier' });
      const details = body.querySelector('details');
      const hidden = details?.textContent ?? '';
      const rich = isRich(body);
      details?.remove();
      return { own: (body.textContent ?? '').trim(), hidden, rich };
    }, html);

  test.each(Object.entries(folded))('is folded as %s sends it', async (_program, html) => {
    const { own, hidden } = await read(html);
    expect(own).toBe('Thank you.');
    expect(hidden).toMatch(/^Earlier(?=.*(?:On Monday|From:)).*Earlier words/s);
  });
  test.each(Object.entries(whole))('is left as it stands: %s', async (_case, html) => {
    expect((await read(html)).hidden).toBe('');
  });
  test('a mail whose own words are plain needs no frame for what it repeats', async () => {
    expect((await read(folded['Outlook on the desk'])).rich).toBe(false);
  });
});
