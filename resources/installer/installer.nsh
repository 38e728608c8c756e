; What the program's own installer does beside the usual: switches of a silent set-up, and what
; happens to the data when the program goes. Read by electron-builder (nsis.include).

!define DESK_RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; Exit codes: 0 done, 1 cancelled, 2 failed, 3 the file of /CONFIG= is not there.
!define DESK_NO_CONFIG 3

!macro customHeader
  LangString deskNoConfig 1049 "Файл подготовки не найден: $R1"
  LangString deskNoConfig 1033 "The provisioning file was not found: $R1"
  LangString deskDeleteData 1049 "Удалить и данные: заказы, настройки, копии?$\r$\n$\r$\nОни лежат в папке $R1. «Нет» оставит их на месте: после новой установки всё будет как было."
  LangString deskDeleteData 1033 "Delete the data too: orders, settings, copies?$\r$\n$\r$\nThey lie in $R1. “No” leaves them there: after a new installation everything is as it was."
!macroend

; The data of a set-up for everybody is each user's own; what prepares it waits where all can read.
!macro deskDataFolder INTO
  ${If} $installMode == "all"
    SetShellVarContext all
    StrCpy ${INTO} "$APPDATA\Delivery Desk"
  ${Else}
    SetShellVarContext current
    StrCpy ${INTO} "$LOCALAPPDATA\Delivery Desk"
  ${EndIf}
!macroend

; The folder that /DATA= named, as the program reads it too; INTO stays as it is without one.
!macro deskNamedFolder NOTE INTO
  ${If} ${FileExists} "${NOTE}"
    FileOpen $R3 "${NOTE}" r
    FileReadUTF16LE $R3 $R4
    FileClose $R3
    StrCpy $R5 $R4 1
    ${If} $R5 == "${U+FEFF}"
      StrCpy $R4 $R4 "" 1
    ${EndIf}
    ; %USERNAME% and the like, as the program fills them in.
    ExpandEnvStrings $R4 "$R4"
    ${If} $R4 != ""
      StrCpy ${INTO} $R4
    ${EndIf}
  ${EndIf}
!macroend

; A named folder may hold other people's things too: what is not the program's stays, and so does it.
!macro deskDeleteData FROM
  Delete "${FROM}\delivery-desk.sqlite*"
  Delete "${FROM}\in-use.sqlite*"
  Delete "${FROM}\seal.key"
  Delete "${FROM}\running.json"
  Delete "${FROM}\restore.json"
  Delete "${FROM}\move.json"
  Delete "${FROM}\updates.json"
  Delete "${FROM}\window.json"
  Delete "${FROM}\provisioning.json"
  RMDir /r "${FROM}\backups"
  RMDir /r "${FROM}\logs"
  RMDir /r "${FROM}\order-files"
  RMDir /r "${FROM}\transfers"
  RMDir /r "${FROM}\uploads"
  RMDir /r "${FROM}\window"
  RMDir /r "${FROM}\zone-uploads"
  RMDir "${FROM}"
!macroend

!macro customInit
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/CONFIG=" $R1
  ${IfNot} ${Errors}
  ${AndIfNot} ${FileExists} "$R1"
    MessageBox MB_OK|MB_ICONSTOP "$(deskNoConfig)" /SD IDOK
    SetErrorLevel ${DESK_NO_CONFIG}
    Quit
  ${EndIf}
!macroend

!macro customInstall
  ${GetParameters} $R0
  !insertmacro deskDataFolder $R2

  ; /CONFIG=file: where the first start looks. It seals the secrets and takes them out of the file.
  ClearErrors
  ${GetOptions} $R0 "/CONFIG=" $R1
  ${IfNot} ${Errors}
    CreateDirectory "$R2"
    CopyFiles /SILENT "$R1" "$R2\provisioning.json"
    ${If} $installMode == "all"
      ; Whoever starts the program first takes a file with secrets away (Users: modify, of it alone).
      nsExec::Exec '"$SYSDIR\icacls.exe" "$R2\provisioning.json" /grant *S-1-5-32-545:M'
      Pop $R3
    ${EndIf}
  ${EndIf}

  ; /DATA=folder: where the data lies instead of the user's own application data.
  ClearErrors
  ${GetOptions} $R0 "/DATA=" $R1
  ${IfNot} ${Errors}
    CreateDirectory "$R2"
    FileOpen $R3 "$R2\data-folder.txt" w
    FileWriteUTF16LE /BOM $R3 "$R1"
    FileClose $R3
  ${EndIf}

  ; /AUTOSTART: the same entry that the program's own menu by the clock makes.
  ClearErrors
  ${GetOptions} $R0 "/AUTOSTART" $R1
  ${IfNot} ${Errors}
    WriteRegStr SHELL_CONTEXT "${DESK_RUN_KEY}" "${APP_ID}" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --hidden'
  ${EndIf}
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    DeleteRegValue HKCU "${DESK_RUN_KEY}" "${APP_ID}"
    DeleteRegValue SHELL_CONTEXT "${DESK_RUN_KEY}" "${APP_ID}"
    SetShellVarContext all
    StrCpy $R6 "$APPDATA\Delivery Desk"
    ${If} $installMode == "all"
      Delete "$R6\provisioning.json"
    ${EndIf}
    SetShellVarContext current
    StrCpy $R1 "$LOCALAPPDATA\Delivery Desk"
    !insertmacro deskNamedFolder "$R6\data-folder.txt" $R1
    !insertmacro deskNamedFolder "$LOCALAPPDATA\Delivery Desk\data-folder.txt" $R1
    ; The settings may have moved the data on from there.
    !insertmacro deskNamedFolder "$R1\data-folder.txt" $R1
    ${GetParameters} $R0
    ClearErrors
    ; /DELETEDATA: for a silent removal; otherwise the data stays unless a person says so.
    ${GetOptions} $R0 "/DELETEDATA" $R2
    ${IfNot} ${Errors}
      !insertmacro deskDeleteData "$R1"
      !insertmacro deskDeleteData "$LOCALAPPDATA\Delivery Desk"
    ${ElseIfNot} ${Silent}
    ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(deskDeleteData)" /SD IDNO IDYES`
      !insertmacro deskDeleteData "$R1"
      !insertmacro deskDeleteData "$LOCALAPPDATA\Delivery Desk"
    ${EndIf}
    ; What only said where the data lies goes with the program when the data is gone.
    ${IfNot} ${FileExists} "$R1\delivery-desk.sqlite"
      Delete "$LOCALAPPDATA\Delivery Desk\data-folder.txt"
      RMDir "$LOCALAPPDATA\Delivery Desk"
    ${EndIf}
    ; What follows removes files and shortcuts of the one who installed: this user, or everybody.
    ${If} $installMode == "all"
      SetShellVarContext all
    ${EndIf}
  ${EndIf}
!macroend
