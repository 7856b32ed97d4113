import { afterAll, beforeAll, describe } from 'vitest';
import { openMongod } from '../../store/testing/mongod.ts';
import { changed } from './testing/changed.ts';

describe('changes of an account, SQLite', changed);

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);

describe.runIf('url' in mongod)('changes of an account, MongoDB', () => {
  beforeAll(() => {
    if ('url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
  });
  afterAll(async () => {
    delete process.env.CMS_TEST_MONGODB_URL;
    await mongod.stop();
  });
  changed();
});
