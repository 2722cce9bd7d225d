# Writes OUTPUT, a C++ file that holds the words of FILE, one a line.
file(READ "${FILE}" words)
# In pieces: a string literal has a greatest length.
string(REPLACE "\n" ";" lines "${words}")
set(text "#include \"domain/password_rules.hpp\"\n\nnamespace likeness {\n\nstd::string_view common_passwords() {\n  return \"\\n\"\n")
foreach(line IN LISTS lines)
  string(REPLACE "\\" "\\\\" line "${line}")
  string(REPLACE "\"" "\\\"" line "${line}")
  if(line)
    string(APPEND text "    \"${line}\\n\"\n")
  endif()
endforeach()
string(APPEND text "    ;\n}\n\n}  // namespace likeness\n")
file(WRITE "${OUTPUT}" "${text}")
