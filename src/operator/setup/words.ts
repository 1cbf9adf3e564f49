/** What `npm run setup` says, in the language of whoever sets the bot up. */
export interface SetupWords {
  readonly welcome: string;
  readonly askToken: string;
  readonly tokenStays: string;
  readonly notAToken: string;
  readonly unknownToken: string;
  readonly unreachable: (code: string) => string;
  readonly isBot: (username: string) => string;
  readonly groupsOn: string;
  readonly privacyOff: string;
  readonly inlineOn: string;
  readonly askName: (former: string | null) => string;
  readonly nameNeeded: string;
  readonly written: (file: string) => string;
  readonly keepKey: (file: string) => string;
  readonly keyFromEnvironment: string;
  readonly link: (link: string) => string;
  readonly noLinkNeeded: string;
  readonly isRunning: string;
  readonly start: string;
  readonly startContainer: string;
  readonly ended: string;
  readonly noTerminal: string;
}

export const setupWords: Readonly<Record<'nl' | 'en', SetupWords>> = {
  nl: {
    welcome:
      'Twee vragen, dan staat je bot klaar. Heb je nog geen bot? Stuur in Telegram /newbot naar @BotFather; die geeft je een token.',
    askToken: 'Plak het token (je ziet niet wat je plakt): ',
    tokenStays: 'Er staat al een token in .env. Enter houdt dat, of plak een ander (je ziet niet wat je plakt): ',
    notAToken: 'Dat is geen token. Het ziet eruit als 123456:ABC… en staat bij @BotFather onder /mybots, API Token.',
    unknownToken: 'Telegram kent dit token niet. Kijk bij @BotFather onder /mybots, API Token.',
    unreachable: (code) =>
      `Telegram is niet te bereiken (${code}). Er is niets opgeschreven: kijk of je internet het doet en begin opnieuw.`,
    isBot: (username) => `Dat is @${username}.`,
    groupsOn: 'Hij mag nu nog in groepen. Zet dat uit bij @BotFather: /setjoingroups, kies je bot, Disable.',
    privacyOff: 'In groepen leest hij nu alles mee. Zet dat uit bij @BotFather: /setprivacy, kies je bot, Enable.',
    inlineOn: 'Hij staat op «inline». Zet dat uit bij @BotFather: /setinline, kies je bot, stuur /empty.',
    askName: (former) =>
      former === null
        ? 'Hoe heet je? Jullie lezen die naam allebei voordat jullie akkoord gaan: '
        : `Hoe heet je? Enter houdt «${former}»: `,
    nameNeeded: 'Er moet een naam staan: je partner moet weten wie bij de gegevens kan.',
    written: (file) => `Dit staat nu in ${file}. Alleen jij kunt het lezen.`,
    keepKey: (file) =>
      `${file} is de sleutel van alles wat jullie schrijven. Bewaar er een kopie van op een andere plek: zonder die sleutel kan niemand het ooit nog lezen.`,
    keyFromEnvironment:
      'De sleutel komt uit SAMENSPRAAK_KEY in je omgeving en staat niet in .env: elke start heeft hem daar nodig. Bewaar er een kopie van op een andere plek.',
    link: (link) =>
      `Alleen voor jou: open ${link} op je telefoon zodra de bot draait. De link werkt één keer, en daarna kun je je partner uitnodigen.`,
    noLinkNeeded: 'Er is al iemand binnen bij deze bot, dus een eerste link is niet nodig.',
    isRunning: 'De bot draait al. Start hem opnieuw, dan gelden de nieuwe instellingen.',
    start: 'Starten: npm start. Kijken of alles klopt: npm run doctor.',
    startContainer:
      'De sleutel moet van gebruiker 1000 zijn: sudo chown 1000 samenspraak.key. Daarna starten: docker compose up -d. Je link staat dan in docker compose logs.',
    ended: 'Gestopt. Er is niets opgeschreven.',
    noTerminal:
      'Hier is geen terminal om iets in te vragen. Zet BOT_TOKEN en OPERATOR_NAME in .env (chmod 600 .env), zoals .env.example ze heeft, en start met npm start.',
  },
  en: {
    welcome:
      'Two questions, and your bot is ready. No bot yet? In Telegram, send /newbot to @BotFather; it gives you a token.',
    askToken: "Paste the token (you won't see what you paste): ",
    tokenStays: "There's a token in .env already. Enter keeps it, or paste another (you won't see what you paste): ",
    notAToken: "That isn't a token. It looks like 123456:ABC…, and @BotFather shows it under /mybots, API Token.",
    unknownToken: "Telegram doesn't know this token. @BotFather shows the right one under /mybots, API Token.",
    unreachable: (code) =>
      `Telegram can't be reached (${code}). Nothing was written: check your network and run this again.`,
    isBot: (username) => `That's @${username}.`,
    groupsOn: 'It can be added to groups. Switch that off at @BotFather: /setjoingroups, your bot, Disable.',
    privacyOff: 'In groups it reads everything. Switch that off at @BotFather: /setprivacy, your bot, Enable.',
    inlineOn: 'Inline mode is on. Switch it off at @BotFather: /setinline, your bot, send /empty.',
    askName: (former) =>
      former === null
        ? "What's your name? You'll both read it before you agree: "
        : `What's your name? Enter keeps “${former}”: `,
    nameNeeded: 'It needs a name: your partner has to know who can get at the data.',
    written: (file) => `That's in ${file} now. Only you can read it.`,
    keepKey: (file) =>
      `${file} is the key to everything you two write. Keep a copy of it somewhere else: without it nobody can ever read any of it again.`,
    keyFromEnvironment:
      'The key comes from SAMENSPRAAK_KEY in your environment and is not in .env: every start needs it there. Keep a copy of it somewhere else.',
    link: (link) =>
      `Only for you: open ${link} on your phone once the bot is running. It works once, and then you can invite your partner.`,
    noLinkNeeded: 'Somebody has joined this bot already, so there is no need for a first link.',
    isRunning: 'The bot is running. Restart it to use the new settings.',
    start: 'Start it: npm start. See whether all is well: npm run doctor.',
    startContainer:
      'The key has to belong to user 1000: sudo chown 1000 samenspraak.key. Then start it: docker compose up -d. docker compose logs shows your link.',
    ended: 'Stopped. Nothing was written.',
    noTerminal:
      "There's no terminal to ask in. Put BOT_TOKEN and OPERATOR_NAME in .env (chmod 600 .env), as .env.example has them, and start it with npm start.",
  },
};
