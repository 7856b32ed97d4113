// Loaded first of all by `start` and by what it starts: a log that goes into a file must not end the product when the
// disk is full, nor stay silent once there is room again; Node destroys the stream at the first write that fails.
// Terminals and pipes are left as they are. Plain JavaScript, because the supervisor runs on whatever Node there is.
import { fstatSync, writeSync } from 'node:fs';

function isFile(fd) {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

for (const stream of [process.stdout, process.stderr].filter(({ fd }) => isFile(fd))) {
  stream.write = (chunk, encoding, done) => {
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
        : Buffer.from(chunk);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(stream.fd, bytes, at);
    } catch {
      // This line is lost; nobody could be told of it here. The health page says that the disk is full.
    }
    const called = typeof encoding === 'function' ? encoding : done;
    if (called) process.nextTick(called);
    return true;
  };
}
