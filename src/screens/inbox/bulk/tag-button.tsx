import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagPattern } from '../../../../electron/shared/conversation-words.ts';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';

interface TagButtonProps {
  readonly kind: 'tag' | 'untag';
  readonly rows: readonly QueueRow[];
  readonly choose: (tag: string) => void;
}

/** A tag to be typed; those that are on the ticked rows are offered where one is to be taken away. */
export function TagButton({ kind, rows, choose }: TagButtonProps) {
  const { t } = useTranslation('views');
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const tag = text.trim().toLowerCase();
  const borne = [...new Set(rows.flatMap(({ tags }) => tags))].toSorted();
  const take = (chosen: string) => {
    setOpened(false);
    setText('');
    choose(chosen);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-xs" variant="default" onClick={() => setOpened(!opened)}>
          {t(`bulk.${kind}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (tagPattern.test(tag)) take(tag);
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            aria-label={t(`bulk.${kind}`)}
            placeholder={t(`bulk.${kind}`)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </form>
        {kind === 'untag' &&
          borne.slice(0, 12).map((each) => (
            <Button key={each} size="compact-xs" variant="subtle" onClick={() => take(each)}>
              <bdi>{each}</bdi>
            </Button>
          ))}
      </Popover.Dropdown>
    </Popover>
  );
}
