import { afterAll, beforeAll, describe } from 'vitest';
import { openMongod } from '../../store/testing/mongod.ts';
import { flooded } from './testing/flood.ts';

describe('a flood of log-ins, SQLite', flooded);

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);

describe.runIf('url' in mongod)('a flood of log-ins, MongoDB', () => {
  beforeAll(() => {
    if ('url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
  });
  afterAll(async () => {
    delete process.env.CMS_TEST_MONGODB_URL;
    await mongod.stop();
  });
  flooded();
});
