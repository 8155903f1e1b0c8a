import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Message } from '../../../../electron/shared/conversations.ts';
import type { PageToPrint } from '../../../../electron/shared/copies.ts';
import { ticketAddress } from '../../../../electron/shared/desktop.ts';
import { languages } from '../../../../electron/shared/languages.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { saveFile } from '../../../rpc/save-file.ts';
import { useTRPC, useTRPCClient } from '../../../rpc/trpc.ts';
import { printAt } from './print-frame.ts';

interface Copied {
  readonly client: Client;
  readonly subject: string;
  readonly messages: readonly Message[];
}

export interface Copying {
  print(): void;
  pdf(): void;
  /** The message as it came or left, or as it is known. */
  mail(message: Message): void;
}

/** Messages on paper or as files. */
export function useCopies({ client, subject, messages }: Copied): Copying {
  const { t, i18n } = useTranslation('reading');
  const formats = useFormats();
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const say = useFailureText();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const clientId = client.id;

  async function page(): Promise<PageToPrint> {
    const { pageToPrint } = await import('./print-page.ts');
    const language = languages.find((each) => each === i18n.language) ?? 'en';
    const made = await pageToPrint({
      client,
      subject,
      messages,
      formats,
      words: {
        from: t('print.from'),
        to: t('print.to'),
        cc: t('print.cc'),
        date: t('print.date'),
        subject: t('print.subject'),
        files: t('print.file'),
        note: (name) => t('print.note', { name }),
        by: (name) => t('print.by', { name }),
        noSubject: t('print.noSubject'),
      },
      authorOf: ({ operatorId }) => operators?.find((each) => each.id === operatorId)?.name ?? null,
      markupOf: ({ id }) => rpc.conversations.markup.query({ clientId, messageId: id }).catch(() => null),
    });
    return { ...made, language, direction: i18n.dir() };
  }

  const or = (work: Promise<void>) => {
    work.catch((error: unknown) => notifications.show({ color: 'red', message: say(failureOf(error)) }));
  };
  return {
    print: () =>
      or(
        page()
          .then((made) => rpc.copies.print.mutate({ clientId, ...made }))
          .then(({ path }) =>
            printAt(ticketAddress(path, window.liaisonDesktop !== undefined), t('print.frame')),
          ),
      ),
    pdf: () =>
      or(
        page()
          .then((made) => rpc.copies.pdf.mutate({ clientId, ...made }))
          .then(({ path }) => saveFile(path)),
      ),
    mail: (message) =>
      or(
        rpc.copies.mail.mutate({ clientId, messageId: message.id }).then(({ path, rebuilt }) => {
          saveFile(path);
          if (rebuilt) notifications.show({ message: t('copy.rebuilt') });
        }),
      ),
  };
}
