import { initial } from './0001-initial.ts';
import { brandExceptions } from './0002-brand-exceptions.ts';
import { away } from './0004-away.ts';
import { savedViews } from './0005-saved-views.ts';

export const workspaceMigrations = [initial, brandExceptions, away, savedViews] as const;
