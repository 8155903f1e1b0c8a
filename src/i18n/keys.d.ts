import type reports from '../../locales/en/reports.json';
import type brands from '../../locales/en/brands.json';
import type automation from '../../locales/en/automation.json';
import type views from '../../locales/en/views.json';
import type app from '../../locales/en/app.json';
import type outbox from '../../locales/en/outbox.json';
import type corrections from '../../locales/en/corrections.json';
import type desktop from '../../locales/en/desktop.json';
import type errors from '../../locales/en/errors.json';
import type inbox from '../../locales/en/inbox.json';
import type reading from '../../locales/en/reading.json';
import type quality from '../../locales/en/quality.json';
import type voice from '../../locales/en/voice.json';
import type voiceEditor from '../../locales/en/voice-editor.json';
import type contacts from '../../locales/en/contacts.json';
import type keys from '../../locales/en/keys.json';
import type composing from '../../locales/en/composing.json';
import type clients from '../../locales/en/clients.json';
import type guide from '../../locales/en/guide.json';
import type firstRun from '../../locales/en/first-run.json';
import type moment from '../../locales/en/moment.json';
import type people from '../../locales/en/people.json';
import type settings from '../../locales/en/settings.json';
import type templates from '../../locales/en/templates.json';
import type vault from '../../locales/en/vault.json';

/** A key that is not in the English sentences is a type error. Each screen adds its namespace here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      reports: typeof reports;
      people: typeof people;
      vault: typeof vault;
      settings: typeof settings;
      templates: typeof templates;
      moment: typeof moment;
      'first-run': typeof firstRun;
      clients: typeof clients;
      guide: typeof guide;
      composing: typeof composing;
      contacts: typeof contacts;
      keys: typeof keys;
      app: typeof app;
      automation: typeof automation;
      views: typeof views;
      brands: typeof brands;
      desktop: typeof desktop;
      errors: typeof errors;
      corrections: typeof corrections;
      outbox: typeof outbox;
      inbox: typeof inbox;
      quality: typeof quality;
      reading: typeof reading;
      voice: typeof voice;
      'voice-editor': typeof voiceEditor;
    };
  }
}
