/** The smallest newsroom: four people, one of whom also checks secrecy. Plainly fictional. */
export const people = {
  author: { name: '示例采编', email: 'author@desk.example', roles: ['author'] },
  first: { name: '示例初审', email: 'first@desk.example', roles: ['reviewer1'] },
  second: { name: '示例复审', email: 'second@desk.example', roles: ['reviewer2', 'secrecy'] },
  signer: { name: '示例终审', email: 'signer@desk.example', roles: ['signer', 'author'] },
} as const;

export const password = 'four people sign 1 story';

/** What the first administrator of a test chooses instead of the one-time password. */
export const adminPassword = 'one desk keeps 4 keys';

const json = { 'content-type': 'application/json' };

/** Logs in as a newcomer does: the password somebody gave out opens nothing until it is changed for one's own. @returns a token */
export async function firstLogin(
  adminOrigin: string,
  login: { email: string; password: string },
  newPassword: string,
): Promise<string> {
  const send = (body: object) =>
    fetch(`${adminOrigin}/api/users/login`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const refused = await send(login);
  if (refused.status !== 401) throw new Error(`a password given out opened ${login.email}: ${refused.status}`);
  const response = await send({ ...login, newPassword });
  const { token } = (await response.json()) as { token?: string };
  if (!token) throw new Error(`${login.email} could not log in: ${response.status}`);
  return token;
}

/** Makes the accounts through the REST API, as the administrator would in the admin; each person chooses a password. */
export async function makePeople(adminOrigin: string, login: { email: string; password: string }): Promise<void> {
  const token = await firstLogin(adminOrigin, login, adminPassword);
  for (const person of Object.values(people)) {
    const given = 'told across the 1 table';
    const made = await fetch(`${adminOrigin}/api/users`, {
      method: 'POST',
      headers: { ...json, authorization: `JWT ${token}` },
      body: JSON.stringify({ ...person, password: given }),
    });
    if (made.status !== 201) throw new Error(`${person.email}: ${made.status} ${await made.text()}`);
    await firstLogin(adminOrigin, { email: person.email, password: given }, password);
  }
}
