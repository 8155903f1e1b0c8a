import { useEffect, useRef, type CSSProperties, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedTemplate } from '../../../../electron/shared/templates.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { languageName } from '../../../i18n/language-name.ts';
import type { CaretPlace } from './caret-place.ts';
import { gistOf } from './template-gist.ts';
import classes from './template-picker.module.css';

interface TemplatePickerProps {
  readonly id: string;
  /** Holds the text area, which keeps the focus and says which template is chosen. */
  readonly box: RefObject<HTMLElement | null>;
  readonly place: CaretPlace;
  readonly matches: readonly OfferedTemplate[];
  readonly loading: boolean;
  readonly cursor: number;
  /** The customer's, where it is known: another one is worth saying. */
  readonly language: string | null;
  readonly choose: (template: OfferedTemplate) => void;
}

const width = 440;
const height = 300;
/** More letters than its line holds. */
const gistLength = 160;

/** The templates for what was typed, at the caret. */
export function TemplatePicker(props: TemplatePickerProps) {
  const { id, box, place, matches, loading, cursor, language, choose } = props;
  const { t } = useTranslation('templates');
  const list = useRef<HTMLDivElement>(null);
  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    const area = box.current?.querySelector('textarea');
    const chosen = matches[cursor] ? optionId(cursor) : '';
    area?.setAttribute('aria-controls', id);
    area?.setAttribute('aria-activedescendant', chosen);
    list.current?.children[cursor]?.scrollIntoView({ block: 'nearest' });
    return () => {
      area?.removeAttribute('aria-controls');
      area?.removeAttribute('aria-activedescendant');
    };
  });
  return (
    <div className={classes['picker']} style={{ ...corner(box.current, place), width, maxHeight: height }}>
      <div ref={list} id={id} className={classes['list']} role="listbox" aria-label={t('picker.name')}>
        {matches.map((template, index) => (
          <div
            key={template.id}
            id={optionId(index)}
            role="option"
            className={classes['option']}
            aria-selected={index === cursor}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(template)}
          >
            <Option template={template} language={language} />
          </div>
        ))}
      </div>
      {matches.length === 0 && <p role="status">{loading ? t('picker.loading') : t('picker.none')}</p>}
      <footer>{t('picker.keys')}</footer>
    </div>
  );
}

interface OptionProps {
  readonly template: OfferedTemplate;
  readonly language: string | null;
}

function Option({ template, language }: OptionProps) {
  const { t, i18n } = useTranslation('templates');
  const words = template.words.map(({ word }) => word);
  const isElsewhere =
    template.reason === 'main' || (template.reason === 'client-locale' && language !== null);
  return (
    <>
      <strong>
        {template.favourite && (
          <span className={classes['star']} role="img" aria-label={t('favourite')}>
            <Icon name="star" size={12} />
          </span>
        )}
        <bdi>{template.name}</bdi>
      </strong>
      <code dir="ltr">/{template.shortcut}</code>
      <span className={classes['text']} dir="auto" lang={template.locale}>
        {gistOf(template.source, gistLength).map(({ text, isName }, index) =>
          isName ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
      <span className={classes['why']}>
        {words.length > 0 && (
          <span>
            {t('picker.because')} <bdi>{words.join(', ')}</bdi>
          </span>
        )}
        {template.files.length > 0 && <span>{t('picker.files', { count: template.files.length })}</span>}
        {isElsewhere && (
          <span>{t('picker.otherLanguage', { language: languageName(template.locale, i18n.language) })}</span>
        )}
      </span>
    </>
  );
}

/** Below the caret where there is room in the window, else above; never beyond the sides. */
function corner(box: HTMLElement | null, place: CaretPlace): CSSProperties {
  const field = box?.querySelector('textarea') ?? null;
  const area = field?.getBoundingClientRect();
  const isRightToLeft = field !== null && getComputedStyle(field).direction === 'rtl';
  const [top, start] = [(area?.top ?? 0) + place.top, (area?.left ?? 0) + place.left];
  const wanted = isRightToLeft ? start - width : start;
  const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8));
  const below = (area?.top ?? 0) + place.bottom + 4;
  const fits = below + height <= window.innerHeight || top < height;
  return fits ? { left, top: below } : { left, bottom: window.innerHeight - top + 4 };
}
