/** What the chain sells. Prices in kopecks; a size multiplies the price. */
export type DishFacts = Readonly<{
  name: string;
  price: number;
  /** Sold by weight: the amount is a fraction of a kilogram. */
  byWeight?: boolean;
}>;
export type DishGroup = Readonly<{
  name: string;
  /** How often guests take from the group. */
  weight: number;
  dishes: readonly DishFacts[];
  sizes?: readonly (readonly [string, number])[];
  /** Name of the group of modifiers that fit. */
  modifiers?: string;
  /** Which of the two brands cooks it. */
  conception: 'dough' | 'rice';
}>;

const dish = (name: string, roubles: number): DishFacts => ({ name, price: roubles * 100 });
const PIZZA_SIZES = [
  ['25 см', 1],
  ['30 см', 1.35],
  ['35 см', 1.7],
] as const;

/** Modifiers by group; a price of zero is a free choice. */
export const MODIFIERS: Readonly<Record<string, readonly DishFacts[]>> = {
  'Добавки к пицце': [
    dish('Сыр моцарелла', 79),
    dish('Пепперони', 89),
    dish('Халапеньо', 59),
    dish('Шампиньоны', 59),
    dish('Сырный бортик', 149),
    dish('Соус BBQ', 39),
  ],
  'К роллам': [
    dish('Имбирь', 25),
    dish('Васаби', 25),
    dish('Соевый соус', 25),
    dish('Соус Spicy', 45),
    dish('Палочки', 0),
  ],
  'К бургеру': [
    dish('Сыр чеддер', 69),
    dish('Бекон', 89),
    dish('Соус Heinz чесночный', 45),
    dish('Без лука', 0),
  ],
  Лапша: [dish('Удон', 0), dish('Гречневая лапша', 0), dish('Фунчоза', 20), dish('Рис', 0)],
};

/** The menu, group by group. */
export const MENU: readonly DishGroup[] = [
  {
    name: 'Пицца',
    weight: 30,
    conception: 'dough',
    sizes: PIZZA_SIZES,
    modifiers: 'Добавки к пицце',
    dishes: [
      dish('Маргарита', 449),
      dish('Пепперони', 519),
      dish('Четыре сыра', 579),
      dish('Ветчина и грибы', 509),
      dish('Гавайская', 509),
      dish('Цыплёнок BBQ', 549),
      dish('Мясная', 599),
      dish('Груша и горгонзола', 589),
      dish('Диабло', 559),
      dish('Карбонара', 549),
      dish('Том Ям с креветкой', 629),
      dish('Овощная', 479),
    ],
  },
  {
    name: 'Роллы',
    weight: 26,
    conception: 'rice',
    modifiers: 'К роллам',
    dishes: [
      dish('Филадельфия', 549),
      dish('Филадельфия Lite', 439),
      dish('Калифорния с крабом', 489),
      dish('Дракон с угрём', 579),
      dish('Запечённый с лососем', 469),
      dish('Темпура с креветкой', 459),
      dish('Ролл с огурцом', 179),
      dish('Спайси тунец', 399),
      dish('Аляска', 459),
      dish('Бонито', 429),
    ],
  },
  {
    name: 'Сеты',
    weight: 7,
    conception: 'rice',
    modifiers: 'К роллам',
    dishes: [
      dish('Сет «Токио» 32 шт', 1490),
      dish('Сет «Вечеринка» 48 шт', 2290),
      dish('Сет Hot 24 шт', 1190),
      dish('Сет «Семейный» 64 шт', 2990),
    ],
  },
  {
    name: 'Wok',
    weight: 9,
    conception: 'rice',
    modifiers: 'Лапша',
    dishes: [
      dish('Wok с курицей терияки', 399),
      dish('Wok с говядиной', 459),
      dish('Wok с морепродуктами', 529),
      dish('Wok овощной', 349),
    ],
  },
  {
    name: 'Бургеры',
    weight: 8,
    conception: 'dough',
    modifiers: 'К бургеру',
    dishes: [
      dish('Чизбургер Classic', 389),
      dish('Бургер Black Angus', 549),
      dish('Чикенбургер', 359),
      dish('Бургер с котлетой Beyond', 499),
    ],
  },
  {
    name: 'Супы и салаты',
    weight: 8,
    conception: 'rice',
    dishes: [
      dish('Том Ям', 459),
      dish('Мисо-суп', 219),
      dish('Рамен с курицей', 429),
      dish('Цезарь с курицей', 429),
      dish('Греческий салат', 379),
      { name: 'Салат «Оливье» весовой', price: 79_000, byWeight: true },
      { name: 'Чука весовая', price: 119_000, byWeight: true },
    ],
  },
  {
    name: 'Закуски',
    weight: 10,
    conception: 'dough',
    dishes: [
      dish('Картофель фри', 179),
      dish('Наггетсы 9 шт', 259),
      dish('Сырные палочки', 289),
      dish('Луковые кольца', 219),
      dish('Lay’s Сметана и зелень', 139),
      dish('Крылья Buffalo', 349),
    ],
  },
  {
    name: 'Десерты',
    weight: 6,
    conception: 'dough',
    dishes: [
      dish('Чизкейк New York', 289),
      dish('Тирамису', 319),
      dish('Моти манго', 149),
      dish('Медовик', 259),
      dish('Ben & Jerry’s Half Baked', 549),
    ],
  },
  {
    name: 'Напитки',
    weight: 20,
    conception: 'dough',
    dishes: [
      dish('Coca-Cola 0,5 л', 139),
      dish('Coca-Cola Zero 0,5 л', 139),
      dish('Pepsi 1 л', 189),
      dish('Dr Pepper 0,33 л', 159),
      dish('Red Bull 0,25 л', 199),
      dish('Морс клюквенный 1 л', 249),
      dish('BonAqua 0,5 л', 99),
      dish('Rich Апельсин 1 л', 219),
      dish('Чай Greenfield', 99),
    ],
  },
];

/** Combos: a name and the groups that one takes from. */
export const COMBOS = [
  { name: 'Комбо «На двоих»', groups: ['Пицца', 'Закуски', 'Напитки'] },
  { name: 'Комбо Lunch', groups: ['Wok', 'Напитки'] },
  { name: 'Комбо «Кино»', groups: ['Бургеры', 'Закуски', 'Напитки'] },
] as const;

/** What the two halves of a compound pizza are. */
export const HALVES: readonly DishFacts[] = [
  dish('Половинка Маргарита', 299),
  dish('Половинка Пепперони', 339),
  dish('Половинка Четыре сыра', 369),
  dish('Половинка Мясная', 389),
  dish('Половинка Гавайская', 329),
];

/** Paid delivery: a service line. */
export const DELIVERY_FEES: readonly DishFacts[] = [dish('Доставка', 149), dish('Доставка', 199)];
/** Sum in kopecks from which the delivery is free. */
export const FREE_DELIVERY_FROM = 120_000;
