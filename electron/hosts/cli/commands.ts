import type { Command } from './command.ts';
import {
  channelsAdd,
  channelsEdit,
  channelsList,
  channelsRemove,
  channelsTest,
} from './commands/channels.ts';
import { clientsAdd, clientsList, clientsRemove } from './commands/clients.ts';
import { demo } from './commands/demo.ts';
import { exportConversations } from './commands/export.ts';
import { guideExport } from './commands/guide.ts';
import { importFiles } from './commands/import.ts';
import { lint } from './commands/lint.ts';
import { qaSample } from './commands/qa-sample.ts';
import { report } from './commands/report.ts';
import { search } from './commands/search.ts';
import { sync } from './commands/sync.ts';
import { templatesImport } from './commands/templates.ts';

export const commands: readonly Command[] = [
  demo,
  clientsList,
  clientsAdd,
  clientsRemove,
  channelsList,
  channelsAdd,
  channelsEdit,
  channelsRemove,
  channelsTest,
  importFiles,
  sync,
  search,
  lint,
  report,
  qaSample,
  exportConversations,
  templatesImport,
  guideExport,
];
