import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { attacks, type Attack, type Target } from './attack.ts';
import { openCastle, type Planned } from './castle.ts';
import { Editors } from './editors.ts';
import { append } from '../../campaigns/lists/append.ts';

export interface SiegeOptions {
  /** How long all attacks together last. */
  seconds: number;
  /** How often the product is killed. */
  kills: number;
  tell: (line: string) => void;
  /** An installation in which people work already; without it one is made, as a newcomer does. */
  staffed?: Parameters<typeof openCastle>[0];
}

interface Figures {
  /** Milliseconds each. */
  pages: number[];
  /** Answers that were no page. */
  failedPages: string[];
  signings: number[];
  failedSignings: string[];
  /** The most memory of the product seen, MB; null where the system does not tell. */
  memory: number | null;
}

export interface SiegeReport {
  rows: { id: string; name: string; figures: Figures }[];
  planned: number;
  doubled: number;
  lost: number;
  /** Stories whose signing was confirmed, and those of them that the site does not show at the end. */
  signed: number;
  vanished: string[];
  /** Ends of the product that we did not bring about. */
  deaths: number;
}

/** Campaigns follow each other at this distance, milliseconds. */
const campaignEvery = 25_000;
/** What is on its way when an attack ends may take so long to hang up. */
const graceMs = 5_000;

/**
 * Besieges a product of its own: attack after attack while four people write and sign, campaigns fall due and visitors
 * read, with kills in between. Judged by the platforms' books and by what the site shows at the end.
 */
export async function siege({ seconds, kills, tell, staffed }: SiegeOptions): Promise<SiegeReport> {
  const castle = await openCastle(staffed);
  const { site, desk } = castle;
  const editors = new Editors(desk);
  await editors.arrive();
  const visitor = spawn(
    process.execPath,
    ['scripts/siege/visitor.ts', `${site}/`, `${site}/c/knowledge/`, `${site}/year/`],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const told = heard(visitor);
  const planned: Planned[] = [];
  const signed: string[] = [];
  const rows: { id: string; name: string; figures: Figures }[] = [];
  const target: Target = { site, desk, token: () => editors.token('author') };
  let deaths = 0;
  let restarts = 0;
  let n = 0;

  const phase = async (id: string, name: string, ms: number, attack: Attack | null) => {
    const figures: Figures = { pages: [], failedPages: [], signings: [], failedSignings: [], memory: null };
    rows.push({ id, name, figures });
    tell(`  ${name} …`);
    await attack?.forge?.();
    visitor.stdin?.write(`${id}\n`);
    const until = performance.now() + ms;
    const on = () => performance.now() < until;
    const over = new AbortController();
    const blows = attack
      ? Array.from({ length: attack.width }, async () => {
          while (on()) await attack.blow(target, over.signal);
        })
      : [];
    const signing = (async () => {
      while (on()) {
        const title = `围困中的第${(n += 1)}篇（示例）`;
        await editors.publish(title).then(
          ({ took }) => (signed.push(title), figures.signings.push(took)),
          (error: unknown) => figures.failedSignings.push(String(error)),
        );
        figures.memory = Math.max(figures.memory ?? 0, (await memoryOf(castle.product().child.pid)) ?? 0) || null;
      }
    })();
    await signing;
    over.abort();
    // An attacker who hangs on although he was called off holds nobody up.
    await Promise.race([Promise.all(blows), sleep(graceMs, null, { ref: false })]);
    const again = await castle.restarts();
    deaths += Math.max(0, again - restarts);
    restarts = Math.max(again, restarts);
    if (castle.product().child.exitCode !== null || castle.product().child.signalCode !== null) {
      deaths += 1;
      tell('  程序倒下了，重新启动 …');
      await castle.strike();
      restarts = 0;
    }
  };

  let besieged = true;
  const campaigns = (async () => {
    while (besieged) {
      await castle.campaign(5).then(
        (rehearsed) => append(planned, rehearsed),
        (error: unknown) => tell(`  排不上推送：${String(error)}`),
      );
      for (let waited = 0; besieged && waited < campaignEvery; waited += 500) await sleep(500);
    }
  })();

  try {
    const each = (seconds * 1000) / (attacks.length + 1);
    const struck = new Set(
      Array.from({ length: kills }, (_, k) => Math.floor(((k + 1) * attacks.length) / (kills + 1))),
    );
    await phase('peace', '没有攻击', each, null);
    for (const [i, attack] of attacks.entries()) {
      await phase(attack.id, attack.name, each, attack);
      if (!struck.has(i)) continue;
      tell('  kill -9 …');
      visitor.stdin?.write('kill\n');
      await castle.strike();
      restarts = 0;
    }
    besieged = false;
    await campaigns;
    visitor.stdin?.end();
    const seen = JSON.parse(await told) as Record<string, { times: number[]; failed: string[] }>;
    for (const row of rows)
      Object.assign(row.figures, { pages: seen[row.id]?.times ?? [], failedPages: seen[row.id]?.failed ?? [] });
    tell('  等推送都有结果 …');
    const out = await castle.ended(planned.length);
    const onPlatform = out.filter(({ channel }) => /^(?:wechat|weibo)/.test(channel)).length;
    const held = Map.groupBy(castle.copies(), (id) => id);
    const shown = await titlesOf(site);
    return {
      rows,
      planned: planned.length,
      deaths,
      signed: signed.length,
      doubled: [...held.values()].filter((copies) => copies.length > 1).length,
      lost: Math.max(0, onPlatform - held.size),
      vanished: signed.filter((title) => !shown.has(title)),
    };
  } finally {
    besieged = false;
    visitor.kill();
    await castle.close();
  }
}

const heard = async (child: ChildProcess): Promise<string> => {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await new Promise((done) => child.once('close', done));
  return text;
};

/** Resident memory of a process and of what it has started, in MB (Linux). */
async function memoryOf(pid: number | undefined): Promise<number | null> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => null);
  if (pid === undefined || children === null) return null;
  const own =
    Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? 0) / 1024;
  const below = await Promise.all(
    children
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((child) => memoryOf(Number(child))),
  );
  return own + below.reduce<number>((sum, mb) => sum + (mb ?? 0), 0);
}

/** Titles of every story that the site's own list of pages leads to. */
async function titlesOf(site: string): Promise<Set<string>> {
  const text = async (url: string) => (await fetch(url)).text();
  const paths = [...(await text(`${site}/sitemap.xml`)).matchAll(/<loc>[^<]*?(\/s\/\d+\/?)<\/loc>/g)].map(
    ([, path]) => path ?? '',
  );
  const titles = new Set<string>();
  for (const path of new Set(paths))
    titles.add(
      /<h1[^>]*>(.*?)<\/h1>/s
        .exec(await text(site + path))?.[1]
        ?.replaceAll(/<[^>]*>/g, '')
        .trim() ?? '',
    );
  return titles;
}
