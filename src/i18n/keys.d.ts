import type reports from '../../locales/en/reports.json';
import type brands from '../../locales/en/brands.json';
import type app from '../../locales/en/app.json';
import type errors from '../../locales/en/errors.json';
import type inbox from '../../locales/en/inbox.json';
import type quality from '../../locales/en/quality.json';
import type voice from '../../locales/en/voice.json';
import type voiceEditor from '../../locales/en/voice-editor.json';
import type clients from '../../locales/en/clients.json';
import type firstRun from '../../locales/en/first-run.json';
import type moment from '../../locales/en/moment.json';
import type settings from '../../locales/en/settings.json';
import type templates from '../../locales/en/templates.json';
import type vault from '../../locales/en/vault.json';

/** A key that is not in the English sentences is a type error. Each screen adds its namespace here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      reports: typeof reports;
      vault: typeof vault;
      settings: typeof settings;
      templates: typeof templates;
      moment: typeof moment;
      'first-run': typeof firstRun;
      clients: typeof clients;
      app: typeof app;
      brands: typeof brands;
      errors: typeof errors;
      inbox: typeof inbox;
      quality: typeof quality;
      voice: typeof voice;
      'voice-editor': typeof voiceEditor;
    };
  }
}
