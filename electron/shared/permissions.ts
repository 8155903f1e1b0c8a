import type { ClientId } from './ids.ts';
import type { Operator } from './operators.ts';

export const roles = ['agent', 'quality-lead', 'client-manager', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * What may be done, and by whom. An administrator may do everything in every client; the other roles are
 * granted per client. Every procedure of the core names one of these.
 */
export const permissions = {
  'clients.read': ['agent', 'quality-lead', 'client-manager'],
  'clients.manage': [],
  'channels.read': ['agent', 'quality-lead'],
  'channels.manage': [],
  'conversations.read': ['agent', 'quality-lead'],
  'conversations.work': ['agent'],
  'messages.send': ['agent'],
  'voice.read': ['agent', 'quality-lead'],
  'voice.manage': ['quality-lead'],
  /** To send what the voice guide holds back. */
  'voice.override': ['quality-lead'],
  /** To send what looks like another client's, with a reason. */
  'brands.override': ['quality-lead'],
  'templates.read': ['agent', 'quality-lead'],
  'templates.draft': ['agent', 'quality-lead'],
  'templates.manage': ['quality-lead'],
  /** Fields, macros and rules. */
  'automation.manage': ['quality-lead'],
  /** What a client calls its statuses: no customer's word stands in it. */
  'statuses.manage': ['quality-lead', 'client-manager'],
  /** To put a saved view before a client's whole team. */
  'views.share': ['quality-lead'],
  'quality.read': ['quality-lead'],
  'quality.review': ['quality-lead'],
  'quality.manage': ['quality-lead'],
  'reports.read': ['quality-lead', 'client-manager'],
  'data.export': ['client-manager'],
  'workspace.read': ['agent', 'quality-lead', 'client-manager'],
  'workspace.manage': [],
} as const satisfies Record<string, readonly Exclude<Role, 'administrator'>[]>;
export type Permission = keyof typeof permissions;

/** Whether somebody who holds these roles may do it. Pure; the core asks it on every call. */
export function permits(held: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return held.some((role) => role === 'administrator' || allowed.includes(role));
}

/** The roles an operator holds in a client; `null` asks for the workspace, where a role in any client counts. */
export function rolesIn(operator: Operator, clientId: ClientId | null): Role[] {
  return operator.grants
    .filter((grant) => grant.clientId === null || clientId === null || grant.clientId === clientId)
    .map((grant) => grant.role);
}

/** Whether the operator may do it there. */
export const may = (operator: Operator, permission: Permission, clientId: ClientId | null): boolean =>
  permits(rolesIn(operator, clientId), permission);
