import type { Endpoint } from 'payload';
import { byAdminEndpoint } from './by-admin.ts';
import { changePassword } from './password.ts';
import { secondFactorEndpoints } from './second-factor.ts';
import { endOwnSessions } from './sessions.ts';

export const accountEndpoints: Endpoint[] = [changePassword, ...secondFactorEndpoints, endOwnSessions, byAdminEndpoint];
