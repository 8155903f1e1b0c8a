import { createServer, type IncomingMessage } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** What gives out access tokens and says which of them count (RFC 7662), on a loopback port. */
export interface TokenAuthority {
  /** Lines for Dovecot's configuration: logins by token (XOAUTH2, or OAUTHBEARER of RFC 7628), asked of this authority. */
  readonly dovecotSettings: string;
  give(user: string): string;
  expire(token: string): void;
  /** How often a server has asked. */
  readonly asked: () => number;
}

/** Closed when the test ends. */
export async function startTokenAuthority(mechanisms = 'xoauth2 oauthbearer'): Promise<TokenAuthority> {
  const tokens = new Map<string, { readonly user: string; expired: boolean }>();
  let given = 0;
  let asked = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked += 1;
      const known = tokens.get(new URLSearchParams(body).get('token') ?? '');
      const answer = known && !known.expired ? { active: true, username: known.user } : { active: false };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const file = join(temporaryFolder(), 'oauth2.conf.ext');
  const settings = [
    `introspection_url = http://127.0.0.1:${address.port}/introspect`,
    'introspection_mode = post',
    'username_attribute = username',
    'active_attribute = active',
    'active_value = true',
  ];
  writeFileSync(file, `${settings.join('\n')}\n`);
  return {
    dovecotSettings: `
auth_mechanisms = plain login ${mechanisms}
passdb {
  driver = oauth2
  mechanisms = ${mechanisms}
  args = ${file}
}
# Without this every refusal makes the next answer wait longer.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`,
    give(user) {
      given += 1;
      const token = `issued-${given}-to-${user}`;
      tokens.set(token, { user, expired: false });
      return token;
    },
    expire(token) {
      const known = tokens.get(token);
      if (known) known.expired = true;
    },
    asked: () => asked,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}
