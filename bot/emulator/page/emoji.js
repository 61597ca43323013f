/** Emoji by the names apps use most. A name that is not here is shown as :name:, as Slack shows an unknown one. */

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|wave 👋|clap 👏|raised_hands 🙌|pray 🙏|ok_hand 👌|handshake 🤝|muscle 💪|eyes 👀|point_right 👉|point_left 👈
|point_down 👇|point_up ☝️|writing_hand ✍️|raised_hand ✋|v ✌️|smile 😄|smiley 😃|grinning 😀|grin 😁|joy 😂|wink 😉|blush 😊|slightly_smiling_face 🙂
|thinking_face 🤔|neutral_face 😐|disappointed 😞|cry 😢|sob 😭|angry 😠|rage 😡|sweat_smile 😅|relieved 😌|sunglasses 😎|heart_eyes 😍|hugging_face 🤗
|zipper_mouth_face 🤐|upside_down_face 🙃|shrug 🤷|facepalm 🤦|robot_face 🤖|heart ❤️|green_heart 💚|blue_heart 💙|yellow_heart 💛|broken_heart 💔
|sparkles ✨|star ⭐|star2 🌟|fire 🔥|tada 🎉|rocket 🚀|zap ⚡|boom 💥|100 💯|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬
|thought_balloon 💭|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|page_facing_up 📄|book 📖|books 📚|bookmark 🔖|label 🏷️|link 🔗|paperclip 📎|pushpin 📌
|calendar 📅|date 📅|clock1 🕐|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|mag 🔍|lock 🔒|unlock 🔓|key 🔑|shield 🛡️|gear ⚙️|wrench 🔧
|hammer 🔨|hammer_and_wrench 🛠️|package 📦|email 📧|envelope ✉️|inbox_tray 📥|outbox_tray 📤|telephone_receiver 📞|phone ☎️|iphone 📱|computer 💻|chart_with_upwards_trend 📈
|bar_chart 📊|money_with_wings 💸|moneybag 💰|dollar 💵|credit_card 💳|gift 🎁|coffee ☕|airplane ✈️|bed 🛏️|house 🏠|hotel 🏨|ship 🚢|evergreen_tree 🌲|seedling 🌱
|herb 🌿|sunny ☀️|cloud ☁️|umbrella ☔|snowflake ❄️|rainbow 🌈|ocean 🌊|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|rotating_light 🚨|sos 🆘
|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|heavy_multiplication_x ✖️|negative_squared_cross_mark ❎|question ❓|grey_question ❔
|exclamation ❗|bangbang ‼️|information_source ℹ️|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
|white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️
|arrows_counterclockwise 🔄|repeat 🔁|leftwards_arrow_with_hook ↩️|recycle ♻️|heavy_plus_sign ➕|heavy_minus_sign ➖|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣
|hand 🤚|wastebasket 🗑️|scissors ✂️|mailbox 📫|newspaper 📰|trophy 🏆|dart 🎯|compass 🧭|world_map 🗺️|globe_with_meridians 🌐|busts_in_silhouette 👥|bust_in_silhouette 👤`;

const NAMES = new Map(
  TABLE.replaceAll("\n", "")
    .split("|")
    .map((pair) => pair.trim().split(" ")),
);

export function emoji(name, unicode) {
  if (unicode) return String.fromCodePoint(...unicode.split("-").map((code) => Number.parseInt(code, 16)));
  const [base] = name.split("::");
  return NAMES.get(base) ?? `:${name}:`;
}

/** Plain text with its :names: turned into emoji. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => NAMES.get(name) ?? whole);
}
