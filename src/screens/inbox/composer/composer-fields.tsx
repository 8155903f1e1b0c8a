import { Input, Select, UnstyledButton } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '../../../../electron/shared/channels.ts';
import { longestSubject } from '../../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { VoiceEditor, type VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { shownAddress } from './addresses.ts';
import classes from './composer.module.css';
import { RecipientsField } from './recipients-field.tsx';
import type { ReplyContent } from './reply-content.ts';
import { isTyped, type TypedPeople } from './typed-people.ts';

interface ComposerFieldsProps {
  readonly clientId: ClientId;
  /** From these the server would not send; in lower case. */
  readonly refused: readonly string[];
  readonly identities: readonly Identity[];
  readonly content: ReplyContent;
  readonly change: (part: Partial<ReplyContent>) => void;
  /** What stands in the fields of the recipients without being one; said at the field once somebody has tried to send. */
  readonly typed: TypedPeople;
  readonly onTyped: (field: keyof TypedPeople, text: string) => void;
  readonly tried: boolean;
  /** What the voice guide says of the subject. */
  readonly findings: readonly VoiceFinding[];
  readonly onIgnore: (finding: VoiceFinding, reason: string) => void;
  readonly editor: Ref<VoiceEditorHandle>;
}

/** From whom, to whom, about what: a line to read, and fields on demand. */
export function ComposerFields(props: ComposerFieldsProps) {
  const { clientId, refused, identities, content, change, typed, onTyped, tried } = props;
  const { findings, onIgnore, editor } = props;
  const { t } = useTranslation('inbox');
  const composing = useTranslation('composing');
  const isRefused = ({ address }: Identity) => refused.includes(address.toLowerCase());
  const formats = useFormats();
  const [opened, setOpened] = useState(content.to.length === 0 || isRefused(content.identity));
  const open = opened || isTyped(typed) || findings.length > 0;
  const labelOf = (identity: Identity) =>
    isRefused(identity)
      ? `${shownAddress(identity)} – ${composing.t('sender.refused')}`
      : shownAddress(identity);
  const names = (list: readonly Identity[]) => formats.list(list.map(({ name, address }) => name || address));
  return (
    <div className={classes['fields']}>
      <UnstyledButton className={classes['summary']} aria-expanded={open} onClick={() => setOpened(!open)}>
        <span>
          {t('composer.from')} <bdi>{content.identity.address}</bdi>
        </span>
        <span>
          {t('composer.to')} <bdi title={content.to.map(shownAddress).join(', ')}>{names(content.to)}</bdi>
        </span>
        {content.cc.length > 0 && (
          <span>
            {t('composer.cc')} <bdi>{names(content.cc)}</bdi>
          </span>
        )}
        {content.bcc.length > 0 && (
          <span>
            {t('composer.bcc')} <bdi>{names(content.bcc)}</bdi>
          </span>
        )}
        <Icon name="down" size={12} />
      </UnstyledButton>
      {open && (
        <div className={classes['grid']}>
          <Select
            size="xs"
            label={t('composer.from')}
            data={identities.map((identity) => ({ value: identity.address, label: labelOf(identity) }))}
            error={isRefused(content.identity) ? composing.t('sender.refusedHint') : null}
            value={content.identity.address}
            allowDeselect={false}
            onChange={(address) => {
              const identity = identities.find((each) => each.address === address);
              if (identity) change({ identity });
            }}
          />
          {(['to', 'cc', 'bcc'] as const).map((field) => (
            <RecipientsField
              key={field}
              clientId={clientId}
              label={t(`composer.${field}`)}
              value={content[field]}
              onChange={(people) => change({ [field]: people })}
              typed={typed[field]}
              onTyped={(text) => onTyped(field, text)}
              tried={tried}
            />
          ))}
          <Input.Wrapper size="xs" label={t('composer.subject')} labelElement="div">
            <div className={classes['subject']}>
              <VoiceEditor
                ref={editor}
                look="line"
                label={t('composer.subject')}
                minRows={1}
                value={content.subject}
                onChange={(subject) => change({ subject: subject.slice(0, longestSubject) })}
                findings={findings}
                onIgnore={onIgnore}
              />
            </div>
          </Input.Wrapper>
        </div>
      )}
    </div>
  );
}
