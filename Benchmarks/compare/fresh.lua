-- Asks for an address with a query of its own each time, so that the answer has to be written anew.
local number = 0
local thread = 0

function setup(one)
  one:set("start", thread)
  thread = thread + 1
end

function request()
  number = number + 1
  return wrk.format("GET", wrk.path .. "?n=" .. start .. "-" .. number)
end
