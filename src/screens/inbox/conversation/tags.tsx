import { CloseButton, Combobox, useCombobox, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagPattern } from '../../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './conversation-pane.module.css';

interface TagsProps {
  readonly clientId: ClientId;
  readonly tags: readonly string[];
  readonly disabled: boolean;
  readonly change: (tag: string, on: boolean) => void;
}

const mostOffered = 12;

/** The conversation's tags; adding one offers those in use, most used first. */
export function Tags({ clientId, tags, disabled, change }: TagsProps) {
  const { t } = useTranslation('inbox');
  const [text, setText] = useState('');
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      setText('');
      box.resetSelectedOption();
      box.focusTarget();
    },
  });
  const trpc = useTRPC();
  const inUse = useQuery(trpc.conversations.tags.queryOptions({ clientId }, { enabled: box.dropdownOpened }));
  const typed = text.trim().toLowerCase();
  const wanted = tagPattern.test(typed) ? typed : null;
  const offered = (inUse.data ?? [])
    .filter((tag) => !tags.includes(tag) && tag.includes(typed))
    .slice(0, mostOffered);
  const isNew = wanted !== null && !offered.includes(wanted) && !tags.includes(wanted);
  const { selectFirstOption } = box;
  useEffect(() => {
    if (typed !== '') selectFirstOption();
  }, [typed, selectFirstOption]);
  useCommands(
    disabled
      ? []
      : [
          {
            id: 'tag',
            group: 'conversation',
            label: t('tag.add'),
            keys: ['T'],
            run: () => box.openDropdown(),
          },
        ],
  );
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} className={classes['tag']}>
          <bdi>{tag}</bdi>
          {!disabled && (
            <CloseButton
              size={16}
              iconSize={12}
              aria-label={t('tag.remove', { tag })}
              onClick={() => change(tag, false)}
            />
          )}
        </span>
      ))}
      {!disabled && (
        <Combobox
          store={box}
          width={220}
          position="bottom-start"
          withinPortal
          onOptionSubmit={(tag) => {
            change(tag, true);
            box.closeDropdown();
          }}
        >
          <Combobox.Target targetType="button" withAriaAttributes={false}>
            <UnstyledButton
              className={classes['control']}
              onClick={() => box.toggleDropdown()}
              aria-label={t('tag.add')}
            >
              <Icon name="tag" size={14} />
              {tags.length === 0 && <span>{t('tag.add')}</span>}
            </UnstyledButton>
          </Combobox.Target>
          <Combobox.Dropdown>
            <Combobox.Search
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              placeholder={t('tag.placeholder')}
              aria-label={t('tag.placeholder')}
            />
            <Combobox.Options aria-label={t('tag.placeholder')}>
              {offered.map((tag) => (
                <Combobox.Option key={tag} value={tag}>
                  {tag}
                </Combobox.Option>
              ))}
              {isNew && <Combobox.Option value={wanted}>{t('tag.new', { tag: wanted })}</Combobox.Option>}
              {offered.length === 0 && !isNew && <Combobox.Empty>{t('tag.none')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </>
  );
}
