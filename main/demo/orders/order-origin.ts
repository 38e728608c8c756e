import { Dice, mix } from '../seeded.ts';
import type { Entry } from '../world/catalogue.ts';
import { PHONE_MARKETING, type MarketingName } from '../world/directory-facts.ts';
import type { World } from '../world/world.ts';
import { dayText } from '../world/wall-text.ts';
import type { OrderPlan } from './order-plan.ts';

function marketingName(plan: OrderPlan, dice: Dice): MarketingName | null {
  const thrown = dice.next();
  switch (plan.channel) {
    case 'call-centre':
      return dice.weighted(PHONE_MARKETING);
    case 'site':
      return thrown < 0.75 ? 'Сайт' : thrown < 0.88 ? 'Яндекс Директ' : null;
    case 'app':
      return thrown < 0.85 ? 'Мобильное приложение' : null;
    case 'yandex':
      return thrown < 0.3 ? 'Яндекс Еда' : null;
    case 'kuper':
      return thrown < 0.3 ? 'Купер' : null;
    case 'chibbis':
      return thrown < 0.5 ? 'Chibbis' : null;
    case 'hall':
      return null;
  }
}

/** The order's advert («Реклама»); often missing, as in the field. */
export function marketingOf(world: World, plan: OrderPlan): Entry | null {
  const name = marketingName(plan, new Dice(mix(plan.salt, 9)));
  return name === null ? null : (world.catalogue.marketing.get(name) ?? null);
}

/** The number that the order has where it was made. */
export function externalNumberOf(plan: OrderPlan): string | null {
  const digits = String(plan.salt % 10_000_000).padStart(7, '0');
  const day = dayText(plan.key.day).slice(2).replaceAll('-', '');
  switch (plan.channel) {
    case 'yandex':
      return `${day}-${digits}`;
    case 'kuper':
      return `H${digits}${day}`;
    case 'chibbis':
      return `ch-${digits}`;
    case 'site':
      return `WEB-${digits.slice(1)}`;
    case 'app':
      return `APP-${digits.slice(1)}`;
    case 'call-centre':
    case 'hall':
      return null;
  }
}

const CAMPAIGNS = ['brand', 'pizza_msk', 'rolls_search', 'retarget', 'autumn_sale'];

/** What some sites write along: the tags of the click that led to the order. */
export function externalDataOf(plan: OrderPlan): { key: string; value: string }[] | null {
  if (plan.channel !== 'site' || plan.venue.facts.legacy) return null;
  const dice = new Dice(mix(plan.salt, 10));
  if (!dice.chance(0.3)) return null;
  return [
    { key: 'utm_source', value: dice.pick(['yandex', 'vk', '2gis', 'email']) },
    { key: 'utm_medium', value: dice.pick(['cpc', 'social', 'organic']) },
    { key: 'utm_campaign', value: dice.pick(CAMPAIGNS) },
  ];
}
