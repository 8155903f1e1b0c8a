import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateBody } from '../../../../electron/shared/templates.ts';
import { replaceText } from '../../../components/voice-editor/replace-text.ts';
import { languageName } from '../../../i18n/language-name.ts';
import voice from '../voice.module.css';
import { AddVariant } from './add-variant.tsx';
import { useChannelNames } from './channel-names.ts';
import { textAt, withText } from './template-body.ts';
import { TemplatePreview } from './template-preview.tsx';
import classes from './templates.module.css';
import { VariableMenu } from './variable-menu.tsx';

interface TemplateTextsProps {
  readonly client: Client;
  readonly body: TemplateBody;
  readonly change: (part: Partial<TemplateBody>) => void;
}

/** The main text and its variants, one of them to write on. */
export function TemplateTexts({ client, body, change }: TemplateTextsProps) {
  const { t, i18n } = useTranslation('voice');
  const { t: own } = useTranslation('templates');
  const channelName = useChannelNames();
  const [index, setIndex] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = textAt(body, index);
  const locales = [...new Set([...client.languages, body.locale])];
  const name = (at: number) => {
    const each = textAt(body, at);
    const language = languageName(each.locale, i18n.language);
    if (at === 0) return own('variants.main', { language });
    return each.channel === null
      ? language
      : own('variants.special', { language, channel: channelName(each.channel) });
  };
  return (
    <section className={classes['texts']} aria-label={own('variants.name')}>
      <div className={classes['textTabs']} role="group" aria-label={own('variants.name')}>
        {[0, ...body.variants.map((_, at) => at + 1)].map((at) => (
          <Button
            key={at}
            size="compact-sm"
            variant={at === index ? 'light' : 'subtle'}
            aria-pressed={at === index}
            onClick={() => setIndex(at)}
          >
            {name(at)}
          </Button>
        ))}
        <AddVariant
          client={client}
          body={body}
          onAdd={(variant) => {
            change({ variants: [...body.variants, variant] });
            setIndex(body.variants.length + 1);
          }}
        />
      </div>
      <p className={voice['quiet']}>{own('variants.text')}</p>
      {index === 0 ? (
        <NativeSelect
          className={classes['language'] ?? ''}
          label={t('language')}
          data={locales.map((locale) => ({ value: locale, label: languageName(locale, i18n.language) }))}
          value={body.locale}
          onChange={(event) => change({ locale: event.currentTarget.value })}
        />
      ) : (
        <Button
          className={classes['removeText'] ?? ''}
          size="compact-xs"
          variant="default"
          onClick={() => {
            change({ variants: body.variants.filter((_, at) => at !== index - 1) });
            setIndex(0);
          }}
        >
          {own('variants.remove')}
        </Button>
      )}
      <Textarea
        ref={area}
        required
        label={t('templateText')}
        description={t('templateTextText', { open: '{{', close: '}}', tags: 'if, unless, case, assign' })}
        dir="auto"
        lang={text.locale}
        autosize
        minRows={8}
        maxRows={24}
        value={text.source}
        onChange={(event) => change(withText(body, { index, source: event.currentTarget.value }))}
      />
      <VariableMenu
        onInsert={(insert) => {
          const { current } = area;
          if (current)
            replaceText(current, { start: current.selectionStart, end: current.selectionEnd, insert });
        }}
      />
      <TemplatePreview clientId={client.id} source={text.source} locale={text.locale} />
    </section>
  );
}
