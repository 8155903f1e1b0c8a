import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrittenField } from '../../../electron/shared/voice/written.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { Icon } from '../icon/icon.tsx';
import { FindingCard } from './finding-card.tsx';
import { worst } from './text-pieces.ts';
import classes from './voice-editor.module.css';

export interface VoiceCountProps {
  readonly findings: readonly VoiceFinding[];
  /** Rules that were stopped because they took too long on this text, by name. */
  readonly stopped: readonly string[];
  /** The field that one stands in; the text where it is left out. */
  readonly whereOf?: (finding: VoiceFinding) => WrittenField;
  /** The side of the button that the list keeps to. */
  readonly align?: 'start' | 'end';
  readonly onShow: (finding: VoiceFinding) => void;
  readonly onFix: (finding: VoiceFinding, fix: string) => void;
  readonly onIgnore?: ((finding: VoiceFinding, reason: string) => void) | undefined;
  /** How many were set aside for this once. */
  readonly ignored?: number;
}

/** How many findings there are, and the list of them on demand. */
export function VoiceCount(props: VoiceCountProps) {
  const { findings, stopped, whereOf, align = 'end', onShow, onFix, onIgnore, ignored = 0 } = props;
  const { t } = useTranslation('voice-editor');
  const [opened, setOpened] = useState(false);
  const label = t('count', { count: findings.length });
  const placeOf = (finding: VoiceFinding): string => {
    const where = whereOf?.(finding) ?? 'text';
    const { match } = finding;
    if (where !== 'text') return t(`goToIn.${where}`, { match });
    return match === '' ? t('goToPlace') : t('goTo', { match });
  };
  const show = (finding: VoiceFinding) => {
    setOpened(false);
    onShow(finding);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position={`top-${align}`} width={360} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['count']}
          data-severity={worst(findings) ?? undefined}
          onClick={() => setOpened(!opened)}
        >
          <Icon name={findings.length === 0 ? 'check' : 'voice'} size={14} />
          {label}
        </UnstyledButton>
      </Popover.Target>
      <VisuallyHidden component="output">{label}</VisuallyHidden>
      <Popover.Dropdown aria-label={label}>
        {findings.length === 0 && <p className={classes['description']}>{t('none')}</p>}
        <ul className={classes['list']}>
          {findings.map((finding) => (
            <li key={`${finding.check} ${whereOf?.(finding) ?? ''} ${finding.start}`}>
              <UnstyledButton className={classes['place']} onClick={() => show(finding)}>
                {placeOf(finding)}
              </UnstyledButton>
              <FindingCard
                finding={finding}
                onFix={(fix) => onFix(finding, fix)}
                onIgnore={onIgnore && ((reason) => onIgnore(finding, reason))}
              />
            </li>
          ))}
        </ul>
        {ignored > 0 && <p className={classes['stopped']}>{t('ignored', { count: ignored })}</p>}
        {stopped.length > 0 && (
          <p className={classes['stopped']}>{t('stopped', { rules: stopped.join(', ') })}</p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
