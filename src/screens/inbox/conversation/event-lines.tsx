import type { ReactNode } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import type { ToldEvent } from '../../../../electron/shared/told-events.ts';
import { useEventWords } from '../../../components/event-words/use-event-words.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import classes from './event-lines.module.css';

interface EventLinesProps {
  readonly events: readonly ToldEvent[];
  readonly client: Client;
  readonly nameOf: (id: OperatorId) => string | undefined;
  /** What can be done about it, beside the line. */
  readonly renderActions?: (event: ToldEvent) => ReactNode;
}

/** What was done between two messages: quiet, a line each. */
export function EventLines({ events, client, nameOf, renderActions }: EventLinesProps) {
  const formats = useFormats();
  const now = useNow();
  const say = useEventWords(nameOf);
  return (
    <ul className={classes['lines']}>
      {events.map((event, index) => (
        <li key={`${event.at} ${index}`} className={classes['line']}>
          <span>
            {say(event)}
            {renderActions?.(event)}
          </span>
          <time dateTime={event.at} title={formats.exactTime(event.at, client.timeZone)}>
            {formats.shortTime(event.at, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}
