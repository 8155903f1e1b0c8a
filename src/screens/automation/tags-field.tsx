import { TagsInput } from '@mantine/core';
import { asTags } from '../../../electron/shared/conversation-words.ts';
import classes from './automation.module.css';

interface TagsFieldProps {
  readonly label: string;
  /** Stands there while there is no tag. */
  readonly placeholder?: string;
  readonly tags: readonly string[];
  readonly change: (tags: string[]) => void;
}

/** Tags as they are typed; what can be none is left out. */
export function TagsField({ label, placeholder = '', tags, change }: TagsFieldProps) {
  return (
    <TagsInput
      className={classes['grow'] ?? ''}
      size="xs"
      aria-label={label}
      placeholder={tags.length > 0 ? '' : placeholder}
      value={[...tags]}
      onChange={(typed) => change(asTags(typed))}
    />
  );
}
