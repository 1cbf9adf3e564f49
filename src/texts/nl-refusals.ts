import type { Refusal } from '../core/event.js';

/** Every refusal has a sentence of its own. Those that answer a tap are shown over the chat: at most 200 characters. */
export function refusedNl(refusal: Refusal): string {
  switch (refusal.refusal) {
    case 'agree-first':
      return 'Typ eerst /start. Dan vertel ik wat ik doe en beslis jij.';
    case 'not-open':
      return 'Deze bot is er maar voor één koppel. Heb je een uitnodiging? Open de link, of typ hier de code.';
    case 'code-expired':
      return 'Deze uitnodiging is verlopen. Wie je uitnodigde, kan een nieuwe maken met /uitnodigen.';
    case 'code-used':
      return 'Deze uitnodiging is al gebruikt. Een uitnodiging werkt maar één keer.';
    case 'code-replaced':
      return 'Er is intussen een nieuwere uitnodiging. Vraag die link.';
    case 'code-own':
      return 'Deze uitnodiging is van jezelf. Stuur de link door naar je partner.';
    case 'too-many-guesses':
      return 'Dat waren te veel codes die niet klopten. Over een uur kan het weer.';
    case 'already-paired':
      return `Je bent al gekoppeld met ${refusal.partner}. Een uitnodiging doet nu niets.`;
    case 'not-paired':
      return 'Je bent nu met niemand gekoppeld, dus dit gaat nergens heen. Met /uitnodigen krijg je een link voor je partner.';
    case 'too-late-to-undo':
      return 'Ongedaan maken kon tot drie dagen na het koppelen. Met /stop kun je altijd weg, zonder uitleg.';
    case 'stale-button':
      return 'Deze knop hoort bij iets van eerder. Kijk bij het nieuwste bericht, of typ /vraag.';
    case 'sealed-already':
      return 'Je hebt al geantwoord. Wil je het veranderen? Neem het eerst terug met /intrek.';
    case 'no-question':
      return 'Er ligt geen vraag, dus dit gaat nergens heen.';
    case 'no-scenario':
      return 'Ik heb nu even geen nieuwe vraag voor jullie. Probeer het over een paar dagen nog eens.';
    case 'nothing-to-withdraw':
      return 'Er is niets om terug te nemen. Wat al open is, kan niet meer terug.';
    case 'empty-draft':
      return 'Er staat nog niets. Typ of spreek eerst iets in.';
    case 'too-long':
      return `Dit is te lang: alles samen ${String(refusal.units)} tekens, en er passen er ${String(refusal.limit)}. Dit bericht telt niet mee. Maak het korter en stuur het nog eens.`;
    case 'too-many-voices':
      return `Er passen ${String(refusal.limit)} spraakberichten in een antwoord. Dit bericht telt niet mee.`;
    case 'too-many-picks':
      return `Kies er hoogstens ${String(refusal.limit)}. Tik er eerst een weg.`;
    case 'media-unsupported':
      return 'Dit kan ik niet in een antwoord doen. Typ het, of spreek het in.';
    case 'forwarded-unsupported':
      return 'Doorgestuurde berichten neem ik niet mee. Zeg het liever in je eigen woorden.';
    case 'unknown-command':
      return 'Dat commando ken ik niet. Bij /help staat wat er kan.';
    case 'edit-too-late':
      return 'Dit antwoord is al open. Je wijziging telt niet meer mee.';
    case 'unknown-city':
      return 'Die plaats ken ik niet. Typ een grotere stad in de buurt, bijvoorbeeld Brussel of Toronto.';
    case 'reaction-sent-already':
      return 'Je reactie is al verstuurd, dus dit bericht gaat niet mee. Praat gerust samen verder.';
    case 'breather-needs-two':
      return 'Een adempauze is voor twee, en je bent nu met niemand gekoppeld. Neem gerust even rust; hier gebeurt niets tot jij iets doet.';
    case 'in-breather':
      return 'Het is adempauze. Wat er lag, blijft liggen; straks kun je ermee verder.';
    case 'breather-full':
      return 'Langer gaat niet meer. Zodra de tijd om is, vraag ik hoe het gaat; terugkomen hoeft dan niet.';
    case 'line-too-long':
      return `Eén zin is genoeg: hoogstens ${String(refusal.limit)} tekens, dit zijn er ${String(refusal.units)}.`;
    case 'line-typed-only':
      return 'Deze ene zin typ je. Inspreken kan later weer.';
  }
}
