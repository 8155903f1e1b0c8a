import { memo } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { HighlightPart, SearchHit } from '../../../../electron/shared/conversations.ts';
import type { LineWords } from '../line-words.ts';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { Age } from './age.tsx';
import classes from './queue-row.module.css';
import search from './search-row.module.css';

interface SearchRowProps {
  readonly hit: SearchHit;
  readonly client: Client | null;
  readonly words: LineWords;
}

/** A message that holds what was searched for, with the words marked. */
export const SearchRow = memo(function SearchRow({ hit, client, words }: SearchRowProps) {
  const { t } = words;
  return (
    <div className={`${classes['row']} ${search['row']}`} {...(client ? clientLook(client) : {})}>
      <span className={classes['edge']} />
      <span className={classes['mark']}>{client && <ClientMark client={client} />}</span>
      <bdi className={classes['name']}>{hit.contactName}</bdi>
      <span className={classes['meta']}>
        <Age waitingSince={null} lastMessageAt={hit.at} timeZone={client?.timeZone} words={words} />
      </span>
      <span className={classes['what']} dir="auto">
        <span className={classes['subject']}>
          <Parts parts={hit.subject} />
        </span>
      </span>
      <span className={search['snippet']} dir="auto">
        {hit.attachment !== null && (
          <span className={search['file']}>
            <Icon name="clip" size={12} /> {t('search.inFile', { name: hit.attachment })}
          </span>
        )}
        <Parts parts={hit.snippet} />
      </span>
    </div>
  );
});

function Parts({ parts }: { readonly parts: readonly HighlightPart[] }) {
  return parts.map((part, index) =>
    part.hit ? (
      <mark key={index} className={search['hit']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
