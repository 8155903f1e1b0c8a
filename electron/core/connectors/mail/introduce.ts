import type { Connector } from '../contract.ts';
import { openSmtp } from './smtp-connection.ts';
import { smtpLimits } from './smtp-limits.ts';

/** The greeting alone: a wrong password tried here once more might lock the account. */
export const introduce: Connector['introduce'] = async (account, signal) => {
  const { connection, maximumSize } = await openSmtp({ account, limits: smtpLimits, logsIn: false }, signal);
  connection.close();
  return { maximumSize };
};
