import { initial } from './0001-initial.ts';
import { brandExceptions } from './0002-brand-exceptions.ts';

export const workspaceMigrations = [initial, brandExceptions] as const;
