import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server's certificate, signed by an authority that nobody else knows. */
export interface Certificates {
  /** PEM of the authority, for those who shall trust it. */
  readonly authority: string;
  readonly certificatePath: string;
  readonly keyPath: string;
}

interface CertificateOptions {
  /** Names and addresses it is good for. */
  readonly hosts?: readonly string[];
  /** Its time is over. */
  readonly expired?: boolean;
  /** Another key and certificate from the authority that stands in the folder already. */
  readonly renewed?: boolean;
}

/** Makes an authority and a server's certificate with the openssl of the system. */
export function createCertificates(folder: string, options: CertificateOptions = {}): Certificates {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  if (!options.renewed) {
    const authority = ['-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Liaison test'];
    openssl('req', '-x509', ...curve, ...authority);
  }
  openssl('req', ...curve, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=mail.test');
  const names = (options.hosts ?? ['localhost', '127.0.0.1']).map((host) =>
    /^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`,
  );
  writeFileSync(at('names'), `subjectAltName=${names.join(',')}\nextendedKeyUsage=serverAuth\n`);
  const dates = options.expired
    ? ['-startdate', '20200101000000Z', '-enddate', '20200102000000Z']
    : ['-days', '2'];
  sign(folder, dates);
  return {
    authority: readFileSync(at('ca.pem'), 'utf8'),
    certificatePath: at('server.pem'),
    keyPath: at('server.key'),
  };
}

/** `openssl ca` is the one that can sign for a time that has passed. */
function sign(folder: string, dates: readonly string[]): void {
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(
    join(folder, 'ca.conf'),
    '[ca]\ndefault_ca=test\n[test]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n',
  );
  execFileSync(
    'openssl',
    [
      'ca',
      '-batch',
      '-notext',
      '-config',
      'ca.conf',
      '-cert',
      'ca.pem',
      '-keyfile',
      'ca.key',
      '-in',
      'server.csr',
      '-out',
      'server.pem',
      '-extfile',
      'names',
      ...dates,
    ],
    { cwd: folder, stdio: 'pipe' },
  );
}
