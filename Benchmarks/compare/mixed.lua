-- Nineteen of twenty requests read a page, one drafts a problem. After `--`: the cookie, and the code for orders.
-- REST: for how many milliseconds each connection rests before it asks again; 0 for not at all.
local pages = {
  "/", "/docket", "/agreements", "/agreements/AG-1", "/agreements/AG-2", "/commitments", "/reports", "/docket/PD-1",
  "/verifications", "/tables", "/week", "/evaluations", "/incentives", "/ledger", "/members", "/agreements/AG-3",
  "/commitments/CM-1", "/how", "/log",
}
local asked = 0
local thread = 0
local cookie, code
local rest = tonumber(os.getenv("REST") or "0")

function setup(one)
  one:set("mine", thread)
  thread = thread + 1
end

function init(arguments)
  cookie, code = arguments[1], arguments[2]
  math.randomseed(os.time() + mine)
end

-- Where there is such a function, wrk waits by its clock even for 0 ms. Not all at the same moment: a rest is half as long
-- to one and a half times as long.
if rest > 0 then
  function delay() return math.random(math.floor(rest / 2), math.floor(rest * 1.5)) end
end

local function key()
  local digits = {}
  for place = 1, 32 do digits[place] = string.format("%x", math.random(0, 15)) end
  return table.concat(digits)
end

function request()
  asked = asked + 1
  if asked % 20 > 0 then
    return wrk.format("GET", pages[asked % 20], { Cookie = cookie })
  end
  local body = '{"kind":"PD","key":"' .. key()
    .. '","command":{"draft":{"title":"Foam","field":"water","description":"Foam on the river."}}}'
  return wrk.format(
    "POST", "/api/orders", { Cookie = cookie, ["X-Form-Token"] = code, ["Content-Type"] = "application/json" }, body)
end
