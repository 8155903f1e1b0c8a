import { expect, test } from 'vitest';
import {
  appHeaders,
  appOrigin,
  fileResponse,
  mailFrameResponse,
  notFoundResponse,
  pageResponse,
  printResponse,
  styleNoncePlaceholder,
} from './responses.ts';

const policyOf = (headers: Readonly<Record<string, string>>): Map<string, string> => {
  const directives = (headers['content-security-policy'] ?? '').split('; ');
  return new Map(directives.map((directive) => [directive.split(' ')[0] ?? '', directive]));
};

test.each([appOrigin, 'http://127.0.0.1:4242'])(
  'the page at %s runs our own scripts and loads nothing else',
  (origin) => {
    const policy = policyOf(appHeaders(origin));
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('script-src')).toBe("script-src 'self'");
    expect(policy.get('style-src')).toBe("style-src 'self'");
    for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(closed)).toBe(`${closed} 'none'`);
    }
    expect(policy.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
    expect(policy.get('style-src-attr')).toBe("style-src-attr 'unsafe-inline'");
    policy.delete('style-src-attr');
    expect([...policy.values()].join('; ')).not.toMatch(/unsafe|\*|https?:\/\/(?!127)/);
  },
);

test('connections go to the host itself, frames to the mail origin', () => {
  expect(policyOf(appHeaders(appOrigin)).get('connect-src')).toBe("connect-src 'self'");
  expect(policyOf(appHeaders(appOrigin)).get('frame-src')).toBe('frame-src app://mail');
  const loopback = policyOf(appHeaders('http://127.0.0.1:4242'));
  expect(loopback.get('connect-src')).toBe("connect-src 'self' ws://127.0.0.1:4242");
  expect(loopback.get('frame-src')).toBe("frame-src 'self'");
});

test('each load of the page has its own nonce, in the header and in the page', () => {
  const html = `<style nonce="${styleNoncePlaceholder}"></style><meta nonce="${styleNoncePlaceholder}">`;
  const [first, second] = [pageResponse(html, appOrigin), pageResponse(html, appOrigin)];
  const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(first.headers['content-security-policy'] ?? '')?.[1];
  expect(first.body).toBe(`<style nonce="${nonce}"></style><meta nonce="${nonce}">`);
  expect(second.body).not.toBe(first.body);
  expect(first.headers['cache-control']).toBe('no-store');
});

test('a mail can run, load, submit and frame nothing, and stands in a sandbox whatever its frame says', () => {
  const policy = policyOf(mailFrameResponse({ html: '<p>' }).headers);
  expect(policy.get('sandbox')).toBe('sandbox allow-popups allow-popups-to-escape-sandbox');
  expect(policy.get('img-src')).toBe('img-src data: blob:');
  for (const closed of ['default-src', 'script-src', 'font-src', 'form-action', 'base-uri', 'frame-src']) {
    expect(policy.get(closed)).toBe(`${closed} 'none'`);
  }
  expect(mailFrameResponse({ html: '<p>' }).headers['x-dns-prefetch-control']).toBe('off');
});

test('a file is saved under a safe name and never shown', () => {
  const { headers, body } = fileResponse({ name: '../a"\r\nX: y\u202Eé%.pdf', bytes: Buffer.from('x') });
  expect(headers['content-disposition']).toBe(
    `attachment; filename="_a_X_ y__.pdf"; filename*=UTF-8''_a_X_%20y%C3%A9%25.pdf`,
  );
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect(body).toEqual(Buffer.from('x'));
});

test('every answer forbids sniffing, referrers and use by other sites', () => {
  const answers = [
    pageResponse('', appOrigin),
    mailFrameResponse({ html: '' }),
    fileResponse({ name: 'a', bytes: new Uint8Array() }),
    printResponse(''),
    notFoundResponse(),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  }
});
