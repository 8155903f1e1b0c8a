import { z } from 'zod';
import { ClientId, type OperatorId } from './ids.ts';
import { roles } from './permissions.ts';

export { may, type Permission, roles } from './permissions.ts';

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A role in one client, or in all of them where `clientId` is null (administrators). */
export const Grant = z.object({ clientId: ClientId.nullable(), role: Role });
export type Grant = z.infer<typeof Grant>;

export interface Operator {
  readonly id: OperatorId;
  readonly name: string;
  readonly email: string | null;
  readonly grants: readonly Grant[];
}

export const NewOperator = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().nullable().default(null),
  grants: z.array(Grant).default([]),
});
export type NewOperator = z.infer<typeof NewOperator>;
