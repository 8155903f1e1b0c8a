import { LiaisonError } from '../../../shared/errors.ts';
import type { Report, ReportExport, ReportPeriod } from '../../../shared/reports.ts';
import type { Clock, PrintPdf } from '../../ports.ts';
import { inSlices } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Clients } from '../clients/service.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import { reportSteps } from './build.ts';
import { createDocuments } from './documents/documents.ts';

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Reports {
  /**
   * The figures of a client's period. The same events and clock give the same report; a period that is over gives the
   * same report for ever, unless mail of that time is found later.
   * @throws LiaisonError `not-found` for a client that is gone
   */
  build(store: ClientStore, period: ReportPeriod): Promise<Report>;
  /** @throws LiaisonError `pdf-unavailable` where the host has no browser engine */
  export(store: ClientStore, wanted: ReportExport): Promise<ReportFile>;
}

export function createReports(options: {
  clock: Clock;
  calendars: Calendars;
  serviceLevels: Pick<ServiceLevelsOf, 'list'>;
  clients: Pick<Clients, 'list'>;
  /** The folder `locales/`, for the words of documents. */
  locales: string;
  printPdf: PrintPdf;
}): Reports {
  const { clock, calendars, serviceLevels, clients } = options;
  const documents = createDocuments(options);

  /** Others work between its steps, and it tells of one moment all the same. */
  async function build(store: ClientStore, period: ReportPeriod): Promise<Report> {
    const client = clients.list().find((each) => each.id === store.clientId);
    if (!client) throw new LiaisonError('not-found', { detail: { what: 'client' } });
    const now = clock.now();
    const snapshot = store.snapshot();
    try {
      return await inSlices(reportSteps(snapshot, { client, period, calendars, serviceLevels, now }));
    } finally {
      snapshot.close();
    }
  }

  return {
    build,
    async export(store, { from, to, format, language }) {
      const report = await build(store, { from, to });
      const name = `${fileNameOf(report.client.name)}-${from}-${to}.${format}`;
      return { name, bytes: await documents.write(report, { format, language }) };
    },
  };
}

/** Letters and digits of any script; what a file system or a shell could read otherwise becomes a hyphen. */
function fileNameOf(clientName: string): string {
  const safe = clientName.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return safe.replaceAll(/^-|-$/g, '').toLowerCase() || 'report';
}
