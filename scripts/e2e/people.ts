/** The smallest newsroom: four people, one of whom also checks secrecy. Plainly fictional. */
export const people = {
  author: { name: '示例采编', email: 'author@desk.example', roles: ['author'] },
  first: { name: '示例初审', email: 'first@desk.example', roles: ['reviewer1'] },
  second: { name: '示例复审', email: 'second@desk.example', roles: ['reviewer2', 'secrecy'] },
  signer: { name: '示例终审', email: 'signer@desk.example', roles: ['signer', 'author'] },
} as const;

export const password = 'four people sign 1 story';

/** Makes the accounts through the REST API, as the administrator would in the admin. */
export async function makePeople(adminOrigin: string, login: { email: string; password: string }): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const response = await fetch(`${adminOrigin}/api/users/login`, { method: 'POST', headers: json, body: JSON.stringify(login) });
  const { token } = (await response.json()) as { token?: string };
  if (!token) throw new Error(`the administrator could not log in: ${response.status}`);
  for (const person of Object.values(people)) {
    const made = await fetch(`${adminOrigin}/api/users`, {
      method: 'POST', headers: { ...json, authorization: `JWT ${token}` }, body: JSON.stringify({ ...person, password }),
    });
    if (made.status !== 201) throw new Error(`${person.email}: ${made.status} ${await made.text()}`);
  }
}
