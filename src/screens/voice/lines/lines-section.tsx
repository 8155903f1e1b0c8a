import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lineSections, type LineSection } from '../../../../electron/shared/voice/line-sections.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import voice from '../voice.module.css';
import { newLine, type LineDraft } from './line-draft.ts';
import { LineRow } from './line-row.tsx';
import classes from './lines.module.css';

interface LinesSectionProps {
  readonly lines: readonly LineDraft[];
  /** Examples of the voice that a rule of the guide goes against. */
  readonly examples: readonly { readonly line: number; readonly check: string }[];
  readonly onChange: (lines: readonly LineDraft[]) => void;
}

const sections = Object.keys(lineSections).filter((name): name is LineSection => name in lineSections);

/** How the brand sounds, section by section: each line is read by a person and runs as a rule. */
export function LinesSection({ lines, examples, onChange }: LinesSectionProps) {
  const { t } = useTranslation('guide');
  return (
    <section className={voice['section']}>
      <Title order={2}>{t('lines')}</Title>
      <p className={voice['quiet']}>{t('linesText')}</p>
      {sections.map((section) => {
        const kinds: readonly string[] = lineSections[section];
        const own = lines.filter(({ kind }) => kinds.includes(kind));
        return (
          <details key={section} className={classes['section']} open={own.length > 0}>
            <summary>
              {t(`section.${section}`)}{' '}
              <span className={voice['quiet']}>{t('count', { count: own.length })}</span>
            </summary>
            <ul>
              {own.map((line) => (
                <LineRow
                  key={line.id}
                  line={line}
                  against={examples.find((example) => example.line === line.id)?.check ?? null}
                  onChange={(changed) =>
                    onChange(lines.map((each) => (each.id === line.id ? changed : each)))
                  }
                  onRemove={() => onChange(lines.filter((each) => each.id !== line.id))}
                />
              ))}
            </ul>
            <div className={classes['adding']}>
              {lineSections[section].map((kind) => (
                <Button
                  key={kind}
                  size="compact-sm"
                  variant="default"
                  leftSection={<Icon name="plus" size={12} />}
                  onClick={() => onChange([...lines, newLine(lines, kind)])}
                >
                  {t(`kind.${kind}`)}
                </Button>
              ))}
            </div>
          </details>
        );
      })}
    </section>
  );
}
