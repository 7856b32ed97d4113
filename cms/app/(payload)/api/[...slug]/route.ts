import config from '@payload-config';
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes';
import { answerApi } from '../../../../http/answer-api.ts';

type Handler = ReturnType<typeof REST_GET>;

const behindALook =
  (shell: Handler): Handler =>
  async (request, context) =>
    answerApi(request, await config, (looked) => shell(looked, context));

export const GET = behindALook(REST_GET(config));
export const POST = behindALook(REST_POST(config));
export const DELETE = behindALook(REST_DELETE(config));
export const PATCH = behindALook(REST_PATCH(config));
export const PUT = behindALook(REST_PUT(config));
export const OPTIONS = behindALook(REST_OPTIONS(config));
